import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ChatApiService } from './api/chat-api.service.js';
import { ChatModel } from './llm/chat-model.js';
import { ChatController } from './api/chat.controller.js';
import { ChatService } from './chat.service.js';
import { CuratedReplies } from './curated-replies.js';
import { ExtractiveAnswers } from './extractive/extractive-answers.js';
import { Quotes } from './extractive/quotes.js';
import { MessageRepository } from './messages/message.repository.js';
import { BusinessTime } from './now/business-time.js';
import { OpeningTimes } from './now/opening-times.js';
import { Retrieval } from './retrieval.js';
import { WrittenAnswers } from './written-answers.js';

/** Makes answers, and keeps the messages of all conversations. */
@Module({
  imports: [KnowledgeModule, SessionsModule],
  controllers: [ChatController],
  providers: [
    ChatApiService,
    ChatService,
    ChatModel,
    BusinessTime,
    CuratedReplies,
    ExtractiveAnswers,
    OpeningTimes,
    Quotes,
    Retrieval,
    WrittenAnswers,
    adapterFor(MessageRepository, {
      sqlite: () => import('./messages/message.sqlite.js'),
      mongo: () => import('./messages/message.mongo.js'),
    }),
  ],
  exports: [ChatService, MessageRepository],
})
export class ChatModule {}
