import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
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
  ],
  exports: [SessionRepository],
})
export class SessionsModule {}
