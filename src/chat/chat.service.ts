import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Budget, BudgetExceeded } from './llm/budget.js';
import { ModelError } from './llm/chat-model.js';
import { speaksToModel } from './llm/orders.js';
import { guardedAnswers } from '../metrics.js';
import {
  endingWith,
  HISTORY_MESSAGES,
  historyBefore,
  previousQuestions,
  replyLanguage,
} from './conversation.js';
import { type CuratedPassage, CuratedReplies, isForeign } from './curated-replies.js';
import { ExtractiveAnswers } from './extractive/extractive-answers.js';
import { asRead, type Message, type Source } from './messages/message.js';
import { MessageRepository } from './messages/message.repository.js';
import { fallbackMessage, type Reply, sourceOf } from './reply.js';
import { sourceLine } from './source-line.js';
import type { Turn } from './turn.js';
import { justSaidNothing } from './unknown.js';
import { WrittenAnswers } from './written-answers.js';

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
}

type Answer = Pick<Reply, 'text' | 'mode' | 'sources' | 'guarded'>;

/** Answers a conversation's next message from the business's documents. */
@Injectable()
export class ChatService {
  private readonly logger = new Logger(ChatService.name);

  constructor(
    private readonly config: BotConfigService,
    private readonly messages: MessageRepository,
    private readonly curated: CuratedReplies,
    private readonly extractive: ExtractiveAnswers,
    private readonly written: WrittenAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers `text`, which reaches the model unchanged as the last user message. One time budget
   * covers history, retrieval and model. After a time-out, a failure of the model or an empty answer
   * the reply is the fallback message, with `error`. Throws the store's error, and the reason of
   * `options.signal` when that aborts: nothing is kept then, and the caller may ask again.
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
    const reply = await this.reply(text, conversationId, config, budget, options);
    if (reply.error) this.logger.warn(`Fallback in conversation ${conversationId}: ${reply.error}`);
    if (reply.guarded)
      this.logger.warn(
        `Model's answer not sent in conversation ${conversationId}: ${reply.guarded}`,
      );
    if (source === 'api') {
      const exchange = this.exchange(text, reply.text, conversationId, askedAt);
      await (options.begins ? this.messages.begin(exchange) : this.messages.keep(exchange));
    }
    return reply;
  }

  private async reply(
    text: string,
    conversationId: string,
    config: BotConfig,
    budget: Budget,
    { begins, about = [] }: ChatOptions,
  ): Promise<Reply> {
    let language = replyLanguage(text, [], config.language);
    try {
      const stored = await budget.stage('history', async () =>
        begins ? [] : this.read(conversationId),
      );
      const history = endingWith(historyBefore(text, stored), about);
      language = replyLanguage(text, history, config.language);
      const answer = await this.answer({ text, language, history, config, budget });
      const line = config.showSources === 'on' && sourceLine(answer.sources, language);
      return { ...answer, timings: budget.timings, ...(line && { sourceLine: line }) };
    } catch (error) {
      if (!(error instanceof BudgetExceeded || error instanceof ModelError)) throw error;
      const fallback = { text: fallbackMessage(config, language), mode: 'fallback' as const };
      return { ...fallback, sources: [], timings: budget.timings, error: error.message };
    }
  }

  /** The operator's own answer comes before all others. */
  private async answer(turn: Turn): Promise<Answer> {
    const { text, language, budget } = turn;
    const curated = await budget.stage('retrieval', () => this.curated.find(text, language));
    if (curated) return this.corrected(curated, turn);
    const byModel = this.written.possible && !speaksToModel(text);
    return byModel ? this.checked(turn) : this.quoted(turn);
  }

  /** The operator's answer as it is; only a model can say it in the sender's language. */
  private async corrected(curated: CuratedPassage, turn: Turn): Promise<Answer> {
    const sources = [sourceOf(curated)];
    if (this.written.possible && isForeign(curated, turn.language)) {
      const translated = await this.written.from([curated], turn).catch(unlessStopped);
      if (translated?.used.length && !translated.guarded)
        return { text: translated.text, mode: 'llm', sources };
    }
    return { text: curated.text, mode: 'extractive', sources };
  }

  /** The model's answer; where that states what nothing covers, the documents' own words. */
  private async checked(turn: Turn): Promise<Answer> {
    const written = await this.written.answer(turn);
    if (!written) return this.quoted(turn);
    const { text, used, guarded } = written;
    if (!guarded) return { text, mode: 'llm', sources: used.map(sourceOf) };
    guardedAnswers.inc({ reason: guarded });
    return { ...(await this.quoted(turn)), guarded };
  }

  /** The documents' own words. */
  private async quoted({ text, language, history, config, budget }: Turn): Promise<Answer> {
    const previous = previousQuestions(history);
    const brief = justSaidNothing(history);
    const asked = { text, previous, language, botName: config.botName, brief };
    const { text: answer, used } = await budget.stage('retrieval', () =>
      this.extractive.answer(asked),
    );
    return { text: answer, mode: 'extractive', sources: used.map(sourceOf) };
  }

  private async read(conversationId: string): Promise<Message[]> {
    return (await this.messages.history(conversationId, HISTORY_MESSAGES)).map(asRead);
  }

  /** The question and its answer as the store keeps them. */
  private exchange(
    asked: string,
    answer: string,
    conversationId: string,
    askedAt: number,
  ): Message[] {
    const common = { conversationId, source: 'api' as const };
    return [
      { ...common, id: randomUUID(), role: 'user', text: asked, createdAt: askedAt },
      { ...common, id: randomUUID(), role: 'assistant', text: answer, createdAt: this.clock.now() },
    ];
  }
}

/** Lets the caller's own end through; of what else failed there is an answer all the same. */
function unlessStopped(error: unknown): undefined {
  if (error instanceof BudgetExceeded || error instanceof ModelError) return undefined;
  throw error;
}
