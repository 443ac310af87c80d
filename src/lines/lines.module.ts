import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { adapterFor } from '../storage/storage.js';
import { LineStore } from './line.store.js';
import { LinesController } from './lines.controller.js';
import { LinesService } from './lines.service.js';

/** The numbers and Messaging Services of the business: which there are, and how each is set up. */
@Module({
  imports: [MailboxModule],
  controllers: [LinesController],
  providers: [
    LinesService,
    adapterFor(LineStore, {
      sqlite: () => import('./line.sqlite.js'),
      mongo: () => import('./line.mongo.js'),
    }),
  ],
  exports: [LinesService],
})
export class LinesModule {}
