import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { adapterFor } from '../storage/storage.js';
import { BackfillService } from './backfill.service.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReconciliationStore } from './reconciliation.store.js';
import { SendsService } from './sends/sends.service.js';

/** Compares with Twilio's list what came in and what was sent. */
@Module({
  imports: [MailboxModule],
  providers: [
    ReconciliationService,
    SendsService,
    BackfillService,
    adapterFor(ReconciliationStore, {
      sqlite: () => import('./reconciliation.sqlite.js'),
      mongo: () => import('./reconciliation.mongo.js'),
    }),
  ],
  exports: [ReconciliationStore],
})
export class ReconciliationModule {}
