import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { Silence } from './silence.service.js';
import { TakeoverController } from './takeover.controller.js';
import { TakeoverService } from './takeover.service.js';
import { TakeoverStore } from './takeover.store.js';

/** Lets a person take a conversation over, reply in it, and give it back. */
@Module({
  imports: [ChatModule, ConversationsModule, MailboxModule, SessionsModule],
  controllers: [TakeoverController],
  providers: [
    Silence,
    TakeoverService,
    adapterFor(TakeoverStore, {
      sqlite: () => import('./takeover.sqlite.js'),
      mongo: () => import('./takeover.mongo.js'),
    }),
  ],
  exports: [TakeoverService, TakeoverStore],
})
export class TakeoverModule {}
