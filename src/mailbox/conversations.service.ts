import { Injectable } from '@nestjs/common';
import { paged } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { ConversationCursor } from '../sessions/conversation.js';
import { ConversationsRepository } from '../sessions/conversations.repository.js';
import { ConversationView } from './conversation.view.js';
import type { ConversationPage, ConversationQuery } from './conversation.view.js';

/** Who writes, and who answers them. */
@Injectable()
export class ConversationsService {
  constructor(private readonly conversations: ConversationsRepository) {}

  async page({ mode, opted_out, wa_id, limit, cursor }: ConversationQuery) {
    const filter = {
      takenOver: mode && mode === 'human',
      optedOut: opted_out && opted_out === 'true',
      waId: wa_id,
    };
    const found = await this.conversations.list(
      filter,
      limit + 1,
      cursor ? read(cursor) : undefined,
    );
    const items = found.slice(0, limit);
    const next = found.length > limit ? items.at(-1)! : undefined;
    const page: ConversationPage = paged(items.map(ConversationView.of), next && write(next));
    return page;
  }

  /** Throws a `Problem` (404) for an unknown one. */
  async one(id: string): Promise<ConversationView> {
    const found = await this.conversations.find(id);
    if (found) return ConversationView.of(found);
    throw noSuchConversation();
  }
}

export function noSuchConversation(): Problem {
  return new Problem(404, 'No such conversation', 'There is no conversation of this id.');
}

function write({ createdAt, id }: ConversationCursor): string {
  return `${createdAt}.${id}`;
}

function read(cursor: string): ConversationCursor {
  const [, createdAt, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (id) return { createdAt: Number(createdAt), id };
  const errors = [{ field: 'cursor', message: 'is not one that a page gave' }];
  throw new Problem(400, 'Not valid', 'cursor: use the next_cursor of a page.', { errors });
}
