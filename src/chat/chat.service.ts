import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import type { Passage } from '../knowledge/search/passage.js';
import type { Language } from '../language/language.js';
import { Budget, BudgetExceeded } from './llm/budget.js';
import { ChatModel, ModelError } from './llm/chat-model.js';
import {
  forModel,
  HISTORY_MESSAGES,
  historyBefore,
  previousQuestions,
  replyLanguage,
} from './conversation.js';
import { ExtractiveAnswers } from './extractive/extractive-answers.js';
import type { Message, Source } from './messages/message.js';
import { MessageRepository } from './messages/message.repository.js';
import { systemMessage } from './llm/prompt.js';
import { fallbackMessage, type Reply, type ReplySource } from './reply.js';
import { Retrieval } from './retrieval.js';

/** Passages that a model reads. */
const PASSAGES = 4;

/** What the caller of `generateResponse` may know or want besides. */
export interface ChatOptions {
  /** Aborts the answer: `generateResponse` then throws the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds for the whole answer, if fewer than the configured ones are left. */
  budgetMs?: number;
  /** The conversation begins with this text: the store has no message of it yet. */
  begins?: boolean;
}

/** A text and everything that its answer is made from. */
interface Turn {
  text: string;
  language: Language;
  history: Message[];
  config: BotConfig;
  budget: Budget;
}

type Answer = Pick<Reply, 'text' | 'mode' | 'sources'>;

/** Answers a conversation's next message from the business's documents. */
@Injectable()
export class ChatService {
  private readonly logger = new Logger(ChatService.name);

  constructor(
    private readonly config: BotConfigService,
    private readonly messages: MessageRepository,
    private readonly retrieval: Retrieval,
    private readonly extractive: ExtractiveAnswers,
    private readonly model: ChatModel,
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
    const reply = await this.reply(text, conversationId, config, budget, options.begins);
    if (reply.error) this.logger.warn(`Fallback in conversation ${conversationId}: ${reply.error}`);
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
    begins = false,
  ): Promise<Reply> {
    let language = replyLanguage(text, [], config.language);
    try {
      const stored = await budget.stage('history', async () =>
        begins ? [] : this.read(conversationId),
      );
      const history = historyBefore(text, stored);
      language = replyLanguage(text, history, config.language);
      const answer = await this.answer({ text, language, history, config, budget });
      return { ...answer, timings: budget.timings };
    } catch (error) {
      if (!(error instanceof BudgetExceeded || error instanceof ModelError)) throw error;
      const fallback = { text: fallbackMessage(config, language), mode: 'fallback' as const };
      return { ...fallback, sources: [], timings: budget.timings, error: error.message };
    }
  }

  private answer(turn: Turn): Promise<Answer> {
    return this.model.configured ? this.written(turn) : this.quoted(turn);
  }

  /** The model's answer. */
  private async written({ text, language, history, config, budget }: Turn): Promise<Answer> {
    const found = await budget.stage('retrieval', () =>
      this.retrieval.retrieve(text, previousQuestions(history), language),
    );
    const passages = found.slice(0, PASSAGES);
    const system = systemMessage({ ...config, language, passages });
    const messages = [...forModel(history), { role: 'user' as const, text }];
    const answer = await budget.stage('model', (signal) =>
      this.model.answer(system, messages, signal, config.chatModel),
    );
    return { text: answer, mode: 'llm', sources: passages.map(source) };
  }

  /** The documents' own words. */
  private async quoted({ text, language, history, config, budget }: Turn): Promise<Answer> {
    const asked = { text, previous: previousQuestions(history), language, botName: config.botName };
    const { text: answer, used } = await budget.stage('retrieval', () =>
      this.extractive.answer(asked),
    );
    return { text: answer, mode: 'extractive', sources: used.map(source) };
  }

  private read(conversationId: string): Promise<Message[]> {
    return this.messages.history(conversationId, HISTORY_MESSAGES);
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

function source({ documentId, title, text, score }: Passage): ReplySource {
  return { documentId, title, quote: text, score: Math.round(score * 1000) / 1000 };
}
