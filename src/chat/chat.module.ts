import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ChatApiService } from './api/chat-api.service.js';
import { ChatModel } from './llm/chat-model.js';
import { ChatController } from './api/chat.controller.js';
import { Rehearsals } from './api/rehearsals.js';
import { Answers } from './answers.js';
import { ChatService } from './chat.service.js';
import { CuratedReplies } from './curated-replies.js';
import { ExtractiveAnswers } from './extractive/extractive-answers.js';
import { Quotes } from './extractive/quotes.js';
import { Handovers } from './handover/handovers.js';
import { Summaries } from './history/summaries.js';
import { MessageRepository } from './messages/message.repository.js';
import { SummaryRepository } from './messages/summary.repository.js';
import { BusinessTime } from './now/business-time.js';
import { OpeningTimes } from './now/opening-times.js';
import { PlainReplies } from './plain-replies.js';
import { Retrieval } from './retrieval.js';
import { TraceRepository } from './trace/trace.repository.js';
import { BudgetController } from './usage/budget.controller.js';
import { BudgetService } from './usage/budget.service.js';
import { MessagePrices } from './usage/message-prices.js';
import { UsageLimits } from './usage/usage-limits.js';
import { UsageRepository } from './usage/usage.repository.js';
import { WrittenAnswers } from './written-answers.js';

/** Makes answers, and keeps the messages of all conversations. */
@Module({
  imports: [KnowledgeModule, SessionsModule],
  controllers: [BudgetController, ChatController],
  providers: [
    Answers,
    ChatApiService,
    ChatService,
    ChatModel,
    BudgetService,
    BusinessTime,
    CuratedReplies,
    ExtractiveAnswers,
    MessagePrices,
    Handovers,
    OpeningTimes,
    PlainReplies,
    Quotes,
    Rehearsals,
    Retrieval,
    Summaries,
    UsageLimits,
    WrittenAnswers,
    adapterFor(MessageRepository, {
      sqlite: () => import('./messages/message.sqlite.js'),
      mongo: () => import('./messages/message.mongo.js'),
    }),
    adapterFor(SummaryRepository, {
      sqlite: () => import('./messages/summary.sqlite.js'),
      mongo: () => import('./messages/summary.mongo.js'),
    }),
    adapterFor(TraceRepository, {
      sqlite: () => import('./trace/trace.sqlite.js'),
      mongo: () => import('./trace/trace.mongo.js'),
    }),
    adapterFor(UsageRepository, {
      sqlite: () => import('./usage/usage.sqlite.js'),
      mongo: () => import('./usage/usage.mongo.js'),
    }),
  ],
  exports: [
    ChatModel,
    BudgetService,
    ChatService,
    Handovers,
    MessageRepository,
    Rehearsals,
    SummaryRepository,
    TraceRepository,
    UsageLimits,
  ],
})
export class ChatModule {}
