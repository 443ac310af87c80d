import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { COVERED, type Passage } from '../knowledge/search/passage.js';
import { wordsOf } from '../language/language.js';
import { forModel, previousQuestions } from './conversation.js';
import { isQuestion } from './extractive/questions.js';
import type { Quote } from './extractive/quote.js';
import { type Answered, Quotes } from './extractive/quotes.js';
import { ChatModel } from './llm/chat-model.js';
import { beside, inTurn, ROOM, type Shown, shownOf } from './llm/evidence.js';
import { isFollowUp } from './history/follow-up.js';
import { isFaithful } from './llm/faithful.js';
import { guard, type Guarded } from './llm/guard.js';
import { type Briefing, rules, systemMessage } from './llm/prompt.js';
import { BusinessTime, promptLine } from './now/business-time.js';
import { type Found, Retrieval } from './retrieval.js';
import type { ModelPart } from './trace/outcome.js';
import { beginStep } from './trace/recorder.js';
import { smallTalk } from '../intent/small-talk.js';
import type { Turn } from './turn.js';
import { saysNothing } from './unknown.js';

/** Passages that a model reads for a question: more of them distract it. */
const PASSAGES = 4;

/** What a model wrote, and from what. */
export interface Written {
  text: string;
  /** None where it says that it doesn't know. */
  used: Passage[];
  /** Why it must not be sent. */
  guarded?: Guarded;
}

/** Why the model's answer is not the better one. */
export interface Withheld {
  withheld: ModelPart;
}

/**
 * Answers with a model. It reads the words that would be quoted without it, and what else was found; its
 * answer is held against both.
 */
@Injectable()
export class WrittenAnswers {
  constructor(
    private readonly quotes: Quotes,
    private readonly retrieval: Retrieval,
    private readonly knowledge: KnowledgeService,
    private readonly model: ChatModel,
    private readonly time: BusinessTime,
  ) {}

  /** Whether a model is configured. */
  get possible(): boolean {
    return this.model.configured;
  }

  /**
   * The model's answer to every question of a message. Withheld where the documents' own words are the
   * better answer: where a table says yes or no, as one of allergens does, or the documents say nothing
   * of a first question, no model is asked; and where it says that it doesn't know what the words say,
   * loses their figure or contradicts them, they win. Throws `BudgetExceeded`, a `ModelError`, and the
   * store's error.
   */
  async answer(turn: Turn): Promise<Written | Withheld> {
    const answered = await turn.budget.stage('retrieval', () => this.quoted(turn));
    if (answered.some(({ quotes }) => quotes.some(({ polar }) => polar)))
      return { withheld: 'table_answers' };
    const quoted = answered.flatMap(({ quotes }) => quotes.map(shownQuote));
    const found = answered.every(isEnough)
      ? []
      : await turn.budget.stage('retrieval', () => this.found(answered, turn));
    const shown = [...quoted, ...(await this.shown(beside(found, quoted), quoted))];
    if (!shown.length && (await this.isForNobody(turn))) return { withheld: 'nothing_to_read' };
    const written = await this.write(shown, turn);
    if (written.guarded) return written;
    const passed = this.isFaithful(written, answered, turn);
    beginStep()({ kind: 'check', against: 'documents', passed, reason: null });
    return passed ? written : { withheld: 'not_the_documents' };
  }

  /** The words that answer each question without a model. */
  private async quoted(turn: Turn): Promise<Answered[]> {
    const { text, history, language, config, attachments } = turn;
    const previous = previousQuestions(history);
    const { botName, line } = config;
    const mended = await this.knowledge.mended(text, language, line);
    const asked = { text: mended.text, previous, language, botName, attachments, line };
    return this.quotes.ofMessage(asked);
  }

  /** The passages for each question, the best of each before the second of any. */
  private async found(answered: Answered[], turn: Turn): Promise<Passage[]> {
    const { language, attachments, config } = turn;
    const more = { attachments, line: config.line };
    const found = answered.map(({ text, previous }) =>
      this.retrieval.retrieve(text, previous, language, more),
    );
    return inTurn((await Promise.all(found)).map((of) => of.slice(0, PASSAGES)));
  }

  private async shown(found: Passage[], quoted: Shown[]): Promise<Shown[]> {
    const taken = quoted.reduce((sum, { text }) => sum + text.length, 0);
    return shownOf(found, await this.documentsOf(found), ROOM - taken);
  }

  private isFaithful({ text, used }: Written, answered: Answered[], { language }: Turn): boolean {
    return answered.filter(isCovered).every(({ text: question, quotes }) => {
      const quoted = quotes.map(({ text }) => text).join('\n\n');
      const figures = quotes.map((quote) => quote.figures ?? '').join('\n');
      return used.length > 0 && isFaithful(text, { question, quoted, figures, language });
    });
  }

  /**
   * Whether a first question is asked that no document says anything of. A small model would answer it
   * from nowhere, whatever its prompt says.
   */
  private async isForNobody({ text, history }: Turn): Promise<boolean> {
    const asks = isQuestion(text) && !smallTalk(text) && !history.length;
    return asks && !(await this.knowledge.searchesNothing());
  }

  /** The model's answer from nothing but these passages. Throws as `answer` does. */
  async from(found: Passage[], turn: Turn): Promise<Written> {
    return this.write(await this.shown(found, []), turn);
  }

  private async write(passages: Shown[], turn: Turn): Promise<Written> {
    const { said, summary, language, config, budget, spending } = turn;
    const now = promptLine(await this.time.current(config.line));
    const briefing: Briefing = { ...config, language, passages, now, summary };
    const system = systemMessage(briefing);
    const messages = [...forModel(turn), { role: 'user' as const, text: said }];
    const answer = await budget.stage('model', (signal) =>
      this.model.answer(system, messages, signal, { ms: budget.left, config, spending }),
    );
    const read = passages.map(({ passage }) => passage).filter(({ documentId }) => documentId);
    const used = saysNothing(answer) ? [] : read;
    const guarded = guard(answer, grounds(turn, briefing), language);
    beginStep()({ kind: 'check', against: 'guard', passed: !guarded, reason: guarded ?? null });
    return { text: answer, used, guarded };
  }

  private async documentsOf(found: Found[]): Promise<Map<string, Passage[]>> {
    const ids = [...new Set(found.map(({ documentId }) => documentId))];
    const sent = new Map(found.map(({ documentId, whole }) => [documentId, whole]));
    const all = await Promise.all(ids.map((id) => sent.get(id) ?? this.knowledge.passages(id)));
    return new Map(ids.map((id, at) => [id, all[at]] as const).filter(([, of]) => of.length));
  }
}

/** Whether what was found has all of a question, or most of it. */
function isCovered({ quotes }: Answered): boolean {
  return quotes.some(({ sure, passages: [best] }) => sure || best.coverage >= COVERED);
}

/** Whether a model needs nothing but the quotes. A follow-up may mean more than they say. */
function isEnough(answered: Answered): boolean {
  return isCovered(answered) && !(answered.previous && isFollowUp(answered.text));
}

/** A quote as the passage that a model reads. The opening hours of a setting are in none. */
function shownQuote({ lead, text, passages: [first] }: Quote): Shown {
  const found = { score: 1, coverage: 1, relevance: 1 };
  const evidence = { words: 1, matched: [], missing: [] };
  const nowhere = { documentId: '', title: '', section: '', position: 0, text };
  const passage = first ?? { ...nowhere, ...found, evidence };
  return { passage, text: [lead, text].filter(Boolean).join('\n') };
}

/** What an answer may state. */
function grounds(turn: Turn, briefing: Briefing) {
  const { text, summary } = turn;
  const { systemPrompt, botName, language, passages, now = '' } = briefing;
  const { unknown, declined } = wordsOf(language);
  const heard = forModel(turn);
  const said = (role: string) => heard.filter((one) => one.role === role).map((one) => one.text);
  const read = passages.flatMap(({ passage: { title, section }, text }) => [title, section, text]);
  return {
    passages: read,
    earlier: said('assistant'),
    business: [systemPrompt, now, botName, 'WhatsApp', unknown, declined],
    sender: [...(summary ? [summary.text] : []), ...said('user'), turn.said],
    courtesy: smallTalk(text) !== undefined,
    rules: rules(botName),
    systemPrompt,
  };
}
