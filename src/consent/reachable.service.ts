import { Injectable } from '@nestjs/common';
import type { ConversationView } from '../conversations/conversation.dto.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { SessionRepository } from '../sessions/session.repository.js';

/** Clears that nothing reaches a sender, by an operator's word. */
@Injectable()
export class ReachableService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly conversations: ConversationsService,
  ) {}

  /** What is sent from now on is tried again. Throws a `Problem` (404) for an unknown conversation. */
  async clear(id: string): Promise<ConversationView> {
    await this.sessions.clearUnreachable(id);
    return this.conversations.one(id);
  }
}
