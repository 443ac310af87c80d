import { Injectable } from '@nestjs/common';
import { partsOf } from '../http/cursor.js';
import { paged } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import type {
  Conversation,
  ConversationCursor,
  ConversationFilter,
} from '../sessions/conversation.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { ConversationView } from './conversation.dto.js';
import type { ConversationPage, ConversationQuery } from './conversation.dto.js';

/** Lists and shows conversations. */
@Injectable()
export class ConversationsService {
  constructor(private readonly sessions: SessionRepository) {}

  /** Returns a page of conversations. Throws a `BadCursor` for a cursor that no page returned. */
  async page({ limit, cursor, ...query }: ConversationQuery): Promise<ConversationPage> {
    const by = query.waiting === 'true' ? LONGEST_WAITING_FIRST : NEWEST_FIRST;
    const after = cursor ? by.read(cursor) : undefined;
    const found = await this.sessions.conversations(filterOf(query), limit + 1, after);
    const items = found.slice(0, limit);
    const next = found.length > limit ? items.at(-1)! : undefined;
    return paged(items.map(ConversationView.of), next && by.write(next));
  }

  /**
   * Returns a conversation, by its own id or a merged one's. Throws a `Problem` (404) otherwise.
   */
  async one(id: string): Promise<ConversationView> {
    const found = await this.sessions.conversation(id);
    if (found) return ConversationView.of(found);
    throw noSuchConversation();
  }
}

/** The error of every route of a conversation when its id is unknown. */
export function noSuchConversation(): Problem {
  return new Problem(404, 'No such conversation', 'There is no conversation of this id.');
}

function filterOf(query: Partial<ConversationQuery>): ConversationFilter {
  const { mode, opted_out, waiting, wa_id } = query;
  return {
    takenOver: mode && mode === 'human',
    optedOut: opted_out && opted_out === 'true',
    waitingForPerson: waiting && waiting === 'true',
    waId: wa_id,
  };
}

/** The cursors of the two orders differ, so that no list takes a cursor of the other one. */
const NEWEST_FIRST = {
  write: ({ createdAt, id }: Conversation) => `${createdAt}.${id}`,
  read: (cursor: string) => read(cursor, /^(\d{1,15})\.([0-9a-f-]{36})$/),
};
const LONGEST_WAITING_FIRST = {
  write: ({ waitingSince, id }: Conversation) => `w${waitingSince}.${id}`,
  read: (cursor: string) => read(cursor, /^w(\d{1,15})\.([0-9a-f-]{36})$/),
};

function read(cursor: string, form: RegExp): ConversationCursor {
  const [at, id] = partsOf(cursor, form);
  return { at: Number(at), id };
}
