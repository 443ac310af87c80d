import { Injectable } from '@nestjs/common';
import { MessageRepository } from '../chat/messages/message.repository.js';
import { paged } from '../http/page.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { noSuchConversation } from './conversations.service.js';
import { MessageView, type MessagePage, type MessageQuery } from './message.dto.js';
import { TurnStore } from '../mailbox/turns/turn.store.js';

/** Returns the messages of a conversation and their outcomes. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly messages: MessageRepository,
    private readonly turns: TurnStore,
  ) {}

  /**
   * Returns a page of messages. The id of a merged conversation leads to the one that it is part of
   * now. Throws a `Problem` (404) for an unknown conversation, and a `BadCursor` for a cursor that
   * no page returned.
   */
  async page(conversationId: string, { limit, cursor, first }: MessageQuery): Promise<MessagePage> {
    const id = await this.sessions.resolve(conversationId);
    if (!id) throw noSuchConversation();
    const { messages, next } = await this.messages.page(id, limit, cursor, first === 'newest');
    const ids = messages.map(({ turnId }) => turnId).filter((turnId) => turnId !== undefined);
    const turns = new Map((await this.turns.find([...new Set(ids)])).map((t) => [t.id, t]));
    const items = messages.map((message) => MessageView.of(message, turns.get(message.turnId!)));
    return paged(items, next);
  }
}
