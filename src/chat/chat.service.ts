import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import type { LineId } from '../config/lines/line.js';
import { Budget, BudgetExceeded } from './llm/budget.js';
import { ModelError } from './llm/model-client.js';
import { curatedAmong } from '../knowledge/answers/served.js';
import { type Earlier, MOST_EARLIER } from './messages/earlier.js';
import { attachmentsOf, forReading, isHeard } from './messages/attached.js';
import { Answers } from './answers.js';
import { endingWith, NOTHING_SAID, pastOf, replyLanguage } from './conversation.js';
import { Summaries } from './history/summaries.js';
import type { Message, Source } from './messages/message.js';
import { MessageRepository } from './messages/message.repository.js';
import { type Reply, sourceOf, type Used } from './reply.js';
import { kept } from './trace/kept.js';
import { outcome, passingOn, type TraceOutcome } from './trace/outcome.js';
import { Recorder, unrecorded } from './trace/recorder.js';
import type { Trace } from './trace/trace.js';
import { UsageLimits } from './usage/usage-limits.js';
import { Spending } from './usage/usage.js';
import { usageView } from './usage/usage.dto.js';
import { sourceLine } from './source-line.js';

/** What the caller of `generateResponse` may know or want besides. */
export interface ChatOptions {
  /** Aborts the answer: `generateResponse` then throws the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds for the whole answer, if fewer than the configured ones are left. */
  budgetMs?: number;
  /** The conversation begins with this text: the store has no message of it yet. */
  begins?: boolean;
  /** What was said before, where the caller knows it; otherwise it is read. */
  earlier?: Earlier;
  /** What the text is about: it counts as what was said last, wherever it stands in the history. */
  about?: Message[];
  /** The text asks for the bot again, which a person has just given way to. */
  handedBack?: true;
  /** The messages that the text is made of, for what they carry besides. */
  messages?: Message[];
  /** The line of the conversation; undefined for the default one. */
  line?: LineId;
}

/** What an answer is made within. */
interface Frame {
  conversationId: string;
  config: BotConfig;
  budget: Budget;
  spending: Spending;
  recorder: Recorder;
}

/** The trace of an answer that was made within a frame. */
function traced({ recorder, budget, spending }: Frame, made: TraceOutcome, used: Used[]): Trace {
  const { timings } = budget;
  return recorder.end({ outcome: made, timings, usage: usageView(spending.usage) }, used);
}

/** Why the fallback message is the answer. */
function failure(error: Error, { recorder }: Frame): TraceOutcome {
  const why = error instanceof BudgetExceeded ? 'too_late' : 'model_failed';
  const model = recorder.askedModel ? 'failed' : 'not_needed';
  return outcome('fallback', { why, model, error: error.message });
}

const HOUR_MS = 3_600_000;

/** Answers a conversation's next message from the business's documents. */
@Injectable()
export class ChatService {
  private readonly logger = new Logger(ChatService.name);

  constructor(
    private readonly config: BotConfigService,
    private readonly messages: MessageRepository,
    private readonly answers: Answers,
    private readonly summaries: Summaries,
    private readonly limits: UsageLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers `text`, which reaches the model unchanged as the last user message. One time budget
   * covers history, retrieval and model. After a time-out, a failure of the model or an empty answer
   * the reply is what the documents say, or else the fallback message; `error` says why. Throws the
   * store's error, and the reason of `options.signal` when that aborts: nothing is kept then, and the
   * caller may ask again.
   *
   * With source `api` this method keeps question and answer; with `whatsapp` the mailbox keeps both
   * in the transaction that settles the turn.
   */
  async generateResponse(
    text: string,
    conversationId: string,
    source: Source,
    options: ChatOptions = {},
  ): Promise<Reply> {
    const config = await this.config.current(options.line);
    const limit = Math.min(config.llmTimeoutMs, options.budgetMs ?? Infinity);
    const budget = new Budget(limit, options.signal);
    const askedAt = this.clock.now();
    const spending = new Spending();
    const recorder = new Recorder();
    const frame = { conversationId, config, budget, spending, recorder };
    this.summaries.interrupt(conversationId);
    try {
      const reply = await recorder.run(() => this.reply(text, frame, options));
      this.log(reply, conversationId);
      if (source === 'api') {
        const exchange = this.exchange(text, reply, conversationId, askedAt);
        const how = options.begins ? 'begin' : 'keep';
        await this.messages[how](exchange, kept(reply.trace, config), reply.sources, config.line);
      }
      return reply;
    } finally {
      await this.limits.count(spending, conversationId, config);
    }
  }

  private async reply(
    text: string,
    frame: Frame,
    { begins, earlier, about = [], messages = [], handedBack }: ChatOptions,
  ): Promise<Reply> {
    const { conversationId, config, budget, spending } = frame;
    let language = replyLanguage(text, [], config.language);
    let history: Message[] = [];
    try {
      const [known, over] = await budget.stage('history', () =>
        Promise.all([
          begins ? NOTHING_SAID : (earlier ?? this.earlier(conversationId)),
          this.limits.reached(conversationId, config),
        ]),
      );
      const past = pastOf(known, messages, this.clock.now() - config.historyHours * HOUR_MS);
      language = replyLanguage(text, endingWith(past.stored, about), config.language);
      const summary = this.summaries.forModel(past.summary);
      history = endingWith(past.recent, about);
      const attachments = attachmentsOf(history, messages, language);
      const said = forReading(text, messages.some(isHeard));
      const before = { history, summary, attachments };
      const turn = { ...frame, ...before, text, said, language, over, handedBack };
      const { used, outcome: made, ...answer } = await this.answers.answer(turn);
      const told = { ...past, summary, conversationId, language, config };
      if (!over) unrecorded(() => this.summaries.refresh(told));
      const sources = used.map(sourceOf);
      const line = config.showSources === 'on' && sourceLine(sources, language);
      const cited = { ...answer, sources, ...(line && { sourceLine: line }) };
      const trace = traced(frame, passingOn(made, answer.handover), used);
      return { ...cited, usage: spending.usage, trace };
    } catch (error) {
      if (!(error instanceof BudgetExceeded || error instanceof ModelError)) throw error;
      const fallback = await this.answers.fallback({ history, config, language });
      const failed = { ...fallback, sources: [], usage: spending.usage, error: error.message };
      const made = passingOn(failure(error, frame), failed.handover);
      return { ...failed, trace: traced(frame, made, []) };
    }
  }

  private async earlier(conversationId: string): Promise<Earlier> {
    const [messages, summary] = await Promise.all([
      this.messages.history(conversationId, MOST_EARLIER),
      this.summaries.find(conversationId),
    ]);
    return { messages, summary };
  }

  private log({ mode, error, guarded }: Reply, conversationId: string): void {
    const where = `in conversation ${conversationId}`;
    const instead = mode === 'fallback' ? 'Fallback' : "The documents' own words";
    if (error) this.logger.warn(`${instead} ${where}: ${error}`);
    if (guarded) this.logger.warn(`Model's answer not sent ${where}: ${guarded}`);
  }

  /** The question and its answer as the store keeps them: the answer's id stands for both. */
  private exchange(
    asked: string,
    { text: answer, mode, sources, trace }: Reply,
    conversationId: string,
    askedAt: number,
  ): Message[] {
    const id = randomUUID();
    const common = { conversationId, source: 'api' as const, turnId: id };
    const [curatedId] = curatedAmong(sources);
    const { branch } = trace.outcome;
    const details = { answered: { mode, branch, ...(curatedId && { curatedId }) } };
    return [
      { ...common, id: randomUUID(), role: 'user', text: asked, details, createdAt: askedAt },
      { ...common, id, role: 'assistant', text: answer, createdAt: this.clock.now() },
    ];
  }
}
