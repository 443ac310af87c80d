import { Module } from '@nestjs/common';
import { MailboxModule } from './mailbox.module.js';
import { OtherNodes } from './other-nodes.js';

/** Several nodes share the work: on MongoDB only. */
@Module({ imports: [MailboxModule], providers: [OtherNodes] })
export class OtherNodesModule {}
