import { Answers } from '../../../src/chat/answers.js';
import { ChatService } from '../../../src/chat/chat.service.js';
import { Handovers } from '../../../src/chat/handover/handovers.js';
import { Summaries } from '../../../src/chat/history/summaries.js';
import { ChatModel } from '../../../src/chat/llm/chat-model.js';
import type { MessageRepository } from '../../../src/chat/messages/message.repository.js';
import type { SummaryRepository } from '../../../src/chat/messages/summary.repository.js';
import { PlainReplies } from '../../../src/chat/plain-replies.js';
import { MessagePrices } from '../../../src/chat/usage/message-prices.js';
import { UsageLimits } from '../../../src/chat/usage/usage-limits.js';
import type { UsageRepository } from '../../../src/chat/usage/usage.repository.js';
import { WrittenAnswers } from '../../../src/chat/written-answers.js';
import { type Clock, SystemClock } from '../../../src/clock.js';
import { type BotConfig, botConfig } from '../../../src/config/bot-config.js';
import type { BotConfigService } from '../../../src/config/bot-config.service.js';
import type { Env } from '../../../src/env/env.js';
import type { CuratedAnswer } from '../../../src/knowledge/answers/curated-answer.js';
import type { DocumentRepository } from '../../../src/knowledge/documents/document.repository.js';
import { KnowledgeService } from '../../../src/knowledge/knowledge.service.js';
import { answerers } from './extractive.js';
import { MemorySummaries } from '../stores/memory/summaries.js';
import { MemoryUsage } from '../stores/memory/usage.js';
import { curatedReplies } from './memory-curated.js';

/** What answers, with nothing of it in a store. */
export function aChat(of: {
  documents: Partial<DocumentRepository>;
  messages: MessageRepository;
  env: Env;
  config: Partial<BotConfig>;
  curated?: CuratedAnswer[];
  summaries?: SummaryRepository;
  usage?: UsageRepository;
  clock?: Clock;
}): ChatService {
  const clock = of.clock ?? new SystemClock();
  const knowledge = new KnowledgeService(of.documents as DocumentRepository, clock);
  const current = async () => ({ ...botConfig({}, of.env), ...of.config });
  const settings = { current } as Partial<BotConfigService> as BotConfigService;
  const replies = curatedReplies(...(of.curated ?? []));
  const { time, quotes, retrieval, extractive } = answerers(
    knowledge,
    of.config,
    replies,
    of.clock,
  );
  const model = new ChatModel(of.env, clock);
  const limits = new UsageLimits(of.usage ?? new MemoryUsage(), new MessagePrices(of.env), clock);
  const written = new WrittenAnswers(quotes, retrieval, knowledge, model, time);
  const handovers = new Handovers(time, clock);
  const plain = new PlainReplies(knowledge);
  const answers = new Answers(plain, replies, extractive, written, handovers);
  const summaries = new Summaries(of.summaries ?? new MemorySummaries(), model, limits);
  return new ChatService(settings, of.messages, answers, summaries, limits, clock);
}
