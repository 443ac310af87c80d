import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { adapterFor } from '../storage/storage.js';
import { FailureStore } from './failure.store.js';
import { FailuresController } from './failures.controller.js';
import { FailuresService } from './failures.service.js';

/** Lets an operator retry or discard dead letters and uncertain sends. */
@Module({
  imports: [MailboxModule],
  controllers: [FailuresController],
  providers: [
    FailuresService,
    adapterFor(FailureStore, {
      sqlite: () => import('./failure.sqlite.js'),
      mongo: () => import('./failure.mongo.js'),
    }),
  ],
  exports: [FailureStore],
})
export class FailuresModule {}
