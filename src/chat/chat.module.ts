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
import { Summaries } from './history/summaries.js';
import { MessageRepository } from './messages/message.repository.js';
import { SummaryRepository } from './messages/summary.repository.js';
import { BusinessTime } from './now/business-time.js';
import { OpeningTimes } from './now/opening-times.js';
import { PlainReplies } from './plain-replies.js';
import { Retrieval } from './retrieval.js';
import { TraceRepository } from './trace/trace.repository.js';
import { TokenLimits } from './usage/token-limits.js';
import { UsageRepository } from './usage/usage.repository.js';
import { WrittenAnswers } from './written-answers.js';

/** Makes answers, and keeps the messages of all conversations. */
@Module({
  imports: [KnowledgeModule, SessionsModule],
  controllers: [ChatController],
  providers: [
    Answers,
    ChatApiService,
    ChatService,
    ChatModel,
    BusinessTime,
    CuratedReplies,
    ExtractiveAnswers,
    OpeningTimes,
    PlainReplies,
    Quotes,
    Rehearsals,
    Retrieval,
    Summaries,
    TokenLimits,
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
    ChatService,
    MessageRepository,
    Rehearsals,
    SummaryRepository,
    TraceRepository,
  ],
})
export class ChatModule {}
