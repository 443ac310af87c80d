import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ReachableController } from './reachable.controller.js';
import { ReachableService } from './reachable.service.js';

/** What senders want, and whether anything reaches them, as an operator sees it. */
@Module({
  imports: [SessionsModule, ConversationsModule],
  controllers: [ReachableController],
  providers: [ReachableService],
})
export class ConsentModule {}
