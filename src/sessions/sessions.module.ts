import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { ConversationsRepository } from './conversations.repository.js';
import { SessionRepository } from './session.repository.js';

/** Who wrote, and in which conversation. */
@Module({
  providers: [
    adapterFor(SessionRepository, {
      sqlite: async (sqlite) =>
        (await import('./session.sqlite.js')).SqliteSessionRepository.open(sqlite),
      mongo: async (mongo) =>
        (await import('./session.mongo.js')).MongoSessionRepository.open(mongo),
    }),
    adapterFor(ConversationsRepository, {
      sqlite: async (sqlite) =>
        (await import('./conversations.sqlite.js')).SqliteConversationsRepository.open(sqlite),
      mongo: async (mongo) =>
        (await import('./conversations.mongo.js')).MongoConversationsRepository.open(mongo),
    }),
  ],
  exports: [SessionRepository, ConversationsRepository],
})
export class SessionsModule {}
