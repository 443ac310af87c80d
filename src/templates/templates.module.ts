import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { TakeoverModule } from '../takeover/takeover.module.js';
import { adapterFor } from '../storage/storage.js';
import { FollowUpService } from './follow-up/follow-up.service.js';
import { FollowUpStore } from './follow-up/follow-up.store.js';
import { TemplateRepliesService } from './template-replies.service.js';
import { TemplateReplyController } from './template-reply.controller.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

/** Writing to people outside of WhatsApp's 24 hours: the account's templates, and the follow-up. */
@Module({
  imports: [MailboxModule, TakeoverModule],
  controllers: [TemplatesController, TemplateReplyController],
  providers: [
    TemplatesService,
    TemplateRepliesService,
    FollowUpService,
    adapterFor(FollowUpStore, {
      sqlite: () => import('./follow-up/follow-up.sqlite.js'),
      mongo: () => import('./follow-up/follow-up.mongo.js'),
    }),
  ],
})
export class TemplatesModule {}
