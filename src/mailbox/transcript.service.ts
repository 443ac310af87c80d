import { Injectable } from '@nestjs/common';
import { MessageRepository } from '../chat/message.repository.js';
import { paged, type Page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { MessageView, type MessagePage } from './message.view.js';
import { OutcomeStore } from './outcome.store.js';

/** What was said in a conversation, and what became of it. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly messages: MessageRepository,
    private readonly outcomes: OutcomeStore,
  ) {}

  /** A merged conversation's id leads to the one that it is part of now. */
  async page(conversationId: string, { limit, cursor }: Page): Promise<MessagePage> {
    const id = await this.sessions.resolve(conversationId);
    if (!id) throw new Problem(404, 'No such conversation', 'There is no conversation of this id.');
    const { messages, next } = await this.messages.page(id, limit, cursor).catch(refused);
    const ids = messages.map(({ turnId }) => turnId).filter((turnId) => turnId !== undefined);
    const turns = new Map((await this.outcomes.turns([...new Set(ids)])).map((t) => [t.id, t]));
    const items = messages.map((message) => MessageView.of(message, turns.get(message.turnId!)));
    return paged(items, next);
  }
}

function refused(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  const errors = [{ field: 'cursor', message: error.message }];
  throw new Problem(400, 'Not valid', 'cursor: use the next_cursor of a page.', { errors });
}
