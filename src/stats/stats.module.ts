import { Module } from '@nestjs/common';
import { FailuresModule } from '../failures/failures.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { ReviewModule } from '../review/review.module.js';
import { adapterFor } from '../storage/storage.js';
import { TakeoverModule } from '../takeover/takeover.module.js';
import { StatsController } from './stats.controller.js';
import { StatsService } from './stats.service.js';
import { StatsStore } from './stats.store.js';
import { UnansweredService } from './unanswered/unanswered.service.js';

/** Shows figures of what happened, and what the documents lack. */
@Module({
  imports: [MailboxModule, TakeoverModule, FailuresModule, QuestionsModule, ReviewModule],
  controllers: [StatsController],
  providers: [
    StatsService,
    UnansweredService,
    adapterFor(StatsStore, {
      sqlite: () => import('./stats.sqlite.js'),
      mongo: () => import('./stats.mongo.js'),
    }),
  ],
})
export class StatsModule {}
