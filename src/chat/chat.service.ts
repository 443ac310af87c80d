import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Budget, BudgetExceeded } from './llm/budget.js';
import { ModelError } from './llm/model-client.js';
import { curatedAmong } from '../knowledge/answers/served.js';
import { attachmentsOf, forReading, isHeard } from './messages/attached.js';
import { Answers } from './answers.js';
import { endingWith, HISTORY_MESSAGES, historyBefore, replyLanguage } from './conversation.js';
import { Summaries } from './history/summaries.js';
import { asRead, type Message, type Source } from './messages/message.js';
import { MessageRepository } from './messages/message.repository.js';
import type { Summary } from './messages/summary.js';
import { fallbackMessage, type Reply } from './reply.js';
import { TokenLimits } from './usage/token-limits.js';
import { Spending } from './usage/usage.js';
import { sourceLine } from './source-line.js';

/** What the caller of `generateResponse` may know or want besides. */
export interface ChatOptions {
  /** Aborts the answer: `generateResponse` then throws the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds for the whole answer, if fewer than the configured ones are left. */
  budgetMs?: number;
  /** The conversation begins with this text: the store has no message of it yet. */
  begins?: boolean;
  /** What the text is about: it counts as what was said last, wherever it stands in the history. */
  about?: Message[];
  /** The messages that the text is made of, for what they carry besides. */
  messages?: Message[];
}

/** What was said before a message. */
interface Past {
  /** The latest messages, oldest first. */
  stored: Message[];
  /** Those of them that still count. */
  recent: Message[];
  summary?: Summary;
}

/** What an answer is made within. */
interface Frame {
  conversationId: string;
  config: BotConfig;
  budget: Budget;
  spending: Spending;
}

const NOTHING: Past = { stored: [], recent: [] };
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
    private readonly limits: TokenLimits,
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
    const config = await this.config.current();
    const limit = Math.min(config.llmTimeoutMs, options.budgetMs ?? Infinity);
    const budget = new Budget(limit, options.signal);
    const askedAt = this.clock.now();
    const spending = new Spending();
    this.summaries.interrupt(conversationId);
    try {
      const reply = await this.reply(text, { conversationId, config, budget, spending }, options);
      this.log(reply, conversationId);
      if (source === 'api') {
        const { sources } = reply;
        const exchange = this.exchange(text, reply, conversationId, askedAt);
        if (options.begins) await this.messages.begin(exchange, sources);
        else await this.messages.keep(exchange, sources);
      }
      return reply;
    } finally {
      await this.limits.count(spending, conversationId, config);
    }
  }

  private async reply(
    text: string,
    frame: Frame,
    { begins, about = [], messages = [] }: ChatOptions,
  ): Promise<Reply> {
    const { conversationId, config, budget, spending } = frame;
    let language = replyLanguage(text, [], config.language);
    try {
      const [past, overLimit] = await budget.stage('history', () =>
        Promise.all([
          begins ? NOTHING : this.past(messages, conversationId, config),
          this.limits.reached(conversationId, config),
        ]),
      );
      language = replyLanguage(text, endingWith(past.stored, about), config.language);
      const { summary } = past;
      const history = endingWith(past.recent, about);
      const attachments = attachmentsOf(history, messages, language);
      const said = forReading(text, messages.some(isHeard));
      const before = { history, summary, attachments };
      const turn = { ...frame, ...before, text, said, language, overLimit };
      const answer = await this.answers.answer(turn);
      if (!overLimit) this.summaries.refresh({ ...past, conversationId, language, config });
      const line = config.showSources === 'on' && sourceLine(answer.sources, language);
      const { timings } = budget;
      return { ...answer, timings, usage: spending.usage, ...(line && { sourceLine: line }) };
    } catch (error) {
      if (!(error instanceof BudgetExceeded || error instanceof ModelError)) throw error;
      const fallback = { text: fallbackMessage(config, language), mode: 'fallback' as const };
      const { timings } = budget;
      return { ...fallback, sources: [], timings, usage: spending.usage, error: error.message };
    }
  }

  private async past(own: Message[], conversationId: string, config: BotConfig): Promise<Past> {
    const [messages, summary] = await Promise.all([
      this.messages.history(conversationId, HISTORY_MESSAGES),
      this.summaries.find(conversationId),
    ]);
    const stored = historyBefore(messages.map(asRead), own);
    const from = this.clock.now() - config.historyHours * HOUR_MS;
    const recent = stored.filter(({ createdAt }) => createdAt > from);
    return { stored, recent, summary };
  }

  private log({ mode, error, guarded }: Reply, conversationId: string): void {
    const where = `in conversation ${conversationId}`;
    const instead = mode === 'fallback' ? 'Fallback' : "The documents' own words";
    if (error) this.logger.warn(`${instead} ${where}: ${error}`);
    if (guarded) this.logger.warn(`Model's answer not sent ${where}: ${guarded}`);
  }

  /** The question and its answer as the store keeps them. */
  private exchange(
    asked: string,
    { text: answer, mode, sources }: Reply,
    conversationId: string,
    askedAt: number,
  ): Message[] {
    const common = { conversationId, source: 'api' as const };
    const [curatedId] = curatedAmong(sources);
    const details = { answered: { mode, ...(curatedId && { curatedId }) } };
    return [
      { ...common, id: randomUUID(), role: 'user', text: asked, details, createdAt: askedAt },
      { ...common, id: randomUUID(), role: 'assistant', text: answer, createdAt: this.clock.now() },
    ];
  }
}
