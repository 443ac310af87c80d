import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsService } from './conversations.service.js';
import { FormerRows } from './inbox/former-rows.js';
import { InboxStore } from './inbox/inbox.store.js';
import { MessagesController } from './messages.controller.js';
import { TranscriptService } from './transcript.service.js';

/** Shows conversations, their messages and the outcome of each. */
@Module({
  imports: [SessionsModule, ChatModule, MailboxModule],
  controllers: [ConversationsController, MessagesController],
  providers: [
    ConversationsService,
    TranscriptService,
    FormerRows,
    adapterFor(InboxStore, {
      sqlite: () => import('./inbox/inbox.sqlite.js'),
      mongo: () => import('./inbox/inbox.mongo.js'),
    }),
  ],
  exports: [ConversationsService, TranscriptService],
})
export class ConversationsModule {}
