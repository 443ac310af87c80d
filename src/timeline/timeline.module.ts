import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ReplayService } from './replay/replay.service.js';
import { StoryStore } from './story/story.store.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

/** Shows every step of a message, and what would be answered to it now. */
@Module({
  imports: [ChatModule, MailboxModule, SessionsModule],
  controllers: [TimelineController],
  providers: [
    TimelineService,
    ReplayService,
    adapterFor(StoryStore, {
      sqlite: () => import('./story/story.sqlite.js'),
      mongo: () => import('./story/story.mongo.js'),
    }),
  ],
  exports: [StoryStore],
})
export class TimelineModule {}
