import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { TakeoverController } from './takeover.controller.js';
import { TakeoverService } from './takeover.service.js';
import { TakeoverStore } from './takeover.store.js';

/** Lets a person take a conversation over, reply in it, and give it back. */
@Module({
  imports: [ConversationsModule, MailboxModule, SessionsModule],
  controllers: [TakeoverController],
  providers: [
    TakeoverService,
    adapterFor(TakeoverStore, {
      sqlite: () => import('./takeover.sqlite.js'),
      mongo: () => import('./takeover.mongo.js'),
    }),
  ],
  exports: [TakeoverStore, TakeoverService],
})
export class TakeoverModule {}
