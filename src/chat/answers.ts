import { Injectable } from '@nestjs/common';
import type { Intent } from '../intent/intent.js';
import { wordsOf } from '../language/language.js';
import { guardedAnswers } from '../metrics.js';
import { type CuratedPassage, CuratedReplies, isForeign } from './curated-replies.js';
import { previousQuestions } from './conversation.js';
import { ExtractiveAnswers } from './extractive/extractive-answers.js';
import { BudgetExceeded } from './llm/budget.js';
import { ModelError } from './llm/model-client.js';
import { speaksToModel } from './llm/orders.js';
import { Handovers } from './handover/handovers.js';
import { personFor, type Wanted } from './handover/wanted.js';
import { PlainReplies } from './plain-replies.js';
import type { Reply, Used } from './reply.js';
import {
  type Branch,
  type ModelPart,
  outcome,
  type Reason,
  type TraceOutcome,
} from './trace/outcome.js';
import type { Turn } from './turn.js';
import { justSaidNothing, saysNothing, saysUnknown, withQuestionBack } from './unknown.js';
import { WrittenAnswers } from './written-answers.js';

/** An answer before it is known how long it took. */
export interface Answer extends Pick<Reply, 'text' | 'mode' | 'guarded' | 'handover' | 'error'> {
  /** The passages that it was made from. */
  used: Used[];
  outcome: TraceOutcome;
}

/**
 * The share of an answer's time that the model doesn't get, and the most of it in milliseconds: it is
 * for the documents' own words, should the model be late.
 */
const RESERVE = 0.1;
const MOST_RESERVE_MS = 1000;

/** Who answers a message: nobody but a person, the operator's own words, the model, the documents. */
@Injectable()
export class Answers {
  constructor(
    private readonly plain: PlainReplies,
    private readonly curated: CuratedReplies,
    private readonly extractive: ExtractiveAnswers,
    private readonly written: WrittenAnswers,
    private readonly handovers: Handovers,
  ) {}

  /**
   * Answers a message. Who wants a person gets one, whatever else there is, and so does who asks about
   * a topic of the operator's list. Then the operator's own answer comes before all others, and nothing
   * is searched for what needs no document. Who gets no help again and again is passed on. Throws
   * `BudgetExceeded` or a `ModelError` where neither a model nor the documents have an answer, and
   * the store's error.
   */
  async answer(turn: Turn): Promise<Answer> {
    const { text, language, budget, config } = turn;
    if (turn.handedBack) return { text: wordsOf(language).handover.again, ...said('plain', BACK) };
    const intent = await budget.stage('retrieval', () => this.plain.intent(turn));
    const wanted = personFor(intent, turn);
    if (wanted) return this.handedOver(wanted, turn);
    const find = () => this.curated.find(text, language, config.line);
    const curated = await budget.stage('retrieval', find);
    if (curated) return this.corrected(curated, turn);
    const plain = await budget.stage('retrieval', () => this.plain.reply(intent, turn));
    if (plain) return { ...plain, ...said('plain', intent) };
    const asked = intent.kind === 'correction' ? { ...turn, text: intent.rest } : turn;
    if (intent.kind === 'opt-out-unclear') return this.askedBack(intent, turn);
    return this.handovers.unlessHelpful(await this.found(asked), turn);
  }

  /** See `Handovers.fallback`. */
  fallback(turn: Pick<Turn, 'history' | 'config' | 'language'>) {
    return this.handovers.fallback(turn);
  }

  private async handedOver(
    { reason, ...made }: Wanted,
    { language, config }: Turn,
  ): Promise<Answer> {
    const handed = await this.handovers.begin(reason, [language], config.line);
    return {
      ...handed,
      mode: 'extractive',
      used: [],
      outcome: outcome('handover', made),
    };
  }

  /** The operator's answer as it is; only a model can say it in the sender's language. */
  private async corrected(curated: CuratedPassage, turn: Turn): Promise<Answer> {
    const used = [curated];
    if (this.mayWrite(turn) && isForeign(curated, turn.language)) {
      const translated = await this.written.from([curated], turn).catch(unlessStopped);
      if (translated?.used.length && !translated.guarded) {
        const made = outcome('curated', { why: 'translated', model: 'answered' });
        return { text: translated.text, mode: 'llm', used, outcome: made };
      }
    }
    return { text: curated.text, mode: 'extractive', used, outcome: outcome('curated') };
  }

  /** "Cancel" alone: what the documents say of it, and whether no more messages are wanted. */
  private async askedBack(intent: Intent, turn: Turn): Promise<Answer> {
    const quoted = await this.quoted(turn, {});
    const answer = withQuestionBack(quoted, turn);
    return saysNothing(quoted.text) ? { ...answer, ...said('plain', intent) } : answer;
  }

  /** Why the documents answer and no model is asked; undefined where one is. */
  private whyWithout({ over, text }: Turn): ModelPart | undefined {
    if (!this.written.possible) return 'none_set';
    if (over) return over;
    return speaksToModel(text) ? 'gives_orders' : undefined;
  }

  private mayWrite({ over }: Turn): boolean {
    return this.written.possible && !over;
  }

  private async found(turn: Turn): Promise<Answer> {
    const without = this.whyWithout(turn);
    if (without) return this.quoted(turn, { model: without });
    const { budget } = turn;
    const reserve = Math.min(budget.ms * RESERVE, MOST_RESERVE_MS);
    try {
      return await this.checked({ ...turn, budget: budget.without(reserve) });
    } catch (error) {
      return this.instead(error as Error, turn);
    }
  }

  /** The model's answer; where that states what nothing covers, the documents' own words. */
  private async checked(turn: Turn): Promise<Answer> {
    const written = await this.written.answer(turn);
    if ('withheld' in written) return this.quoted(turn, { model: written.withheld });
    const { text, used, guarded } = written;
    if (!guarded) return { text, mode: 'llm', used, outcome: ofModel(text) };
    guardedAnswers.inc({ reason: guarded });
    return { ...(await this.quoted(turn, { model: 'guarded' })), guarded };
  }

  /** What the documents have where the model failed; the failure itself where they have nothing. */
  private async instead(failure: Error, turn: Turn): Promise<Answer> {
    unlessStopped(failure);
    const error = failure.message;
    const quoted = await this.quoted(turn, { model: 'failed', error }).catch(unlessStopped);
    if (!quoted || saysUnknown(quoted.text)) throw failure;
    return { ...quoted, error };
  }

  /** The documents' own words. */
  private async quoted(turn: Turn, without: Partial<TraceOutcome>): Promise<Answer> {
    const { text, language, history, config, budget, attachments } = turn;
    const previous = previousQuestions(history);
    const brief = justSaidNothing(history);
    const asked = { text, previous, language, botName: config.botName, brief, attachments };
    const { line } = config;
    const extract = await budget.stage('retrieval', () =>
      this.extractive.answer({ ...asked, line }),
    );
    const { branch, why = null, ...answer } = extract;
    return { ...answer, mode: 'extractive', outcome: outcome(branch, { why, ...without }) };
  }
}

const BACK = { kind: 'bot' } as const;

/** What is said of an answer that needs no document. */
function said(branch: Branch, { kind }: Intent): Pick<Answer, 'mode' | 'used' | 'outcome'> {
  return { mode: 'extractive', used: [], outcome: outcome(branch, { why: kind as Reason }) };
}

/** A model may say itself that it doesn't know, or that it is no business of a bot. */
function ofModel(text: string): TraceOutcome {
  if (!saysNothing(text)) return outcome('model', { model: 'answered' });
  const why = saysUnknown(text) ? 'model_says_so' : 'off_topic';
  return outcome('refusal', { why, model: 'answered' });
}

/** Lets the caller's own end through; of what else failed there is an answer all the same. */
function unlessStopped(error: unknown): undefined {
  if (error instanceof BudgetExceeded || error instanceof ModelError) return undefined;
  throw error;
}
