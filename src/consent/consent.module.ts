import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ConsentRecordsController } from './consent-records.controller.js';
import { ConsentRecordsService } from './consent.service.js';
import { ConsentStore } from './consent.store.js';
import { ReachableController } from './reachable.controller.js';
import { ReachableService } from './reachable.service.js';

/** What senders want, and whether anything reaches them, as an operator sees it. */
@Module({
  imports: [SessionsModule, ConversationsModule, MailboxModule],
  controllers: [ReachableController, ConsentRecordsController],
  providers: [
    ReachableService,
    ConsentRecordsService,
    adapterFor(ConsentStore, {
      sqlite: () => import('./consent.sqlite.js'),
      mongo: () => import('./consent.mongo.js'),
    }),
  ],
  exports: [ConsentRecordsService],
})
export class ConsentModule {}
