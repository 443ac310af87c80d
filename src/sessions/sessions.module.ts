import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { SessionRepository } from './session.repository.js';

/** Knows which sender has which conversation. */
@Module({
  providers: [
    adapterFor(SessionRepository, {
      sqlite: () => import('./session.sqlite.js'),
      mongo: () => import('./session.mongo.js'),
    }),
  ],
  exports: [SessionRepository],
})
export class SessionsModule {}
