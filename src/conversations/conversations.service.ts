import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { partsOf } from '../http/cursor.js';
import { paged } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { runsOf } from '../language/search/runs.js';
import {
  type Conversation,
  type ConversationCursor,
  type ConversationOrder,
  orderOf,
} from '../sessions/conversation.js';
import { formsOf } from '../sessions/phones/forms.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { type ConversationQuery, filterOf } from './conversation-query.dto.js';
import { type ConversationPage, ConversationView } from './conversation.dto.js';
import { InboxStore } from './inbox/inbox.store.js';

/** So many words of a search count. */
const MOST_WORDS = 8;

/** Lists and shows conversations. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly inbox: InboxStore,
    private readonly clock: Clock,
  ) {}

  /** Returns a page of conversations. Throws a `BadCursor` for a cursor that no page returned. */
  async page({ limit, cursor, q, ...query }: ConversationQuery): Promise<ConversationPage> {
    const filter = filterOf(query);
    const by = CURSORS[orderOf(filter)];
    const after = cursor ? by.read(cursor) : undefined;
    const ids = await this.search(q);
    const found = await this.sessions.conversations({ ...filter, ids }, limit + 1, after);
    const items = found.slice(0, limit);
    const next = found.length > limit ? items.at(-1)! : undefined;
    return paged(await this.viewsOf(items), next && by.write(next));
  }

  /**
   * Returns a conversation, by its own id or a merged one's. Throws a `Problem` (404) otherwise.
   */
  async one(id: string): Promise<ConversationView> {
    const found = await this.sessions.conversation(id);
    if (!found) throw noSuchConversation();
    return (await this.viewsOf([found]))[0];
  }

  /** Notes that a person has read all of it. Throws a `Problem` (404) for an unknown one. */
  async read(id: string): Promise<ConversationView> {
    await this.sessions.read(id);
    return this.one(id);
  }

  /** Returns the conversations in which the words are; undefined where nothing is searched. */
  private async search(q = ''): Promise<string[] | undefined> {
    if (!q.trim()) return undefined;
    const words = runsOf(q).slice(0, MOST_WORDS);
    const found = await Promise.all(spellingsOf(words).map((one) => this.inbox.found(one)));
    return [...new Set(found.flat())];
  }

  private async viewsOf(conversations: Conversation[]): Promise<ConversationView[]> {
    const overviews = await this.inbox.overviews(conversations);
    const now = this.clock.now();
    return conversations.map((one, n) => ConversationView.of(one, overviews[n], now));
  }
}

/** The words, and the same with a whole phone number in the other forms that it may have. */
function spellingsOf(words: string[]): string[][] {
  const at = words.findIndex((word) => formsOf(`+${word}`).length > 1);
  if (at < 0) return [words];
  return formsOf(`+${words[at]}`).map((form) => words.with(at, form.slice(1)));
}

/** The error of every route of a conversation when its id is unknown. */
export function noSuchConversation(): Problem {
  return new Problem(404, 'No such conversation', 'There is no conversation of this id.');
}

/** The cursors of the orders differ, so that no list takes a cursor of another one. */
const CURSORS: Record<ConversationOrder, ReturnType<typeof cursors>> = {
  activity: cursors('a', ({ activityAt }) => activityAt),
  begun: cursors('', ({ createdAt }) => createdAt),
  waiting: cursors('w', ({ waitingSince }) => waitingSince),
};

function cursors(mark: string, timeOf: (conversation: Conversation) => number | undefined) {
  const form = new RegExp(`^${mark}(\\d{1,15})\\.([0-9a-f-]{36})$`);
  return {
    write: (one: Conversation) => `${mark}${timeOf(one)}.${one.id}`,
    read: (cursor: string): ConversationCursor => {
      const [at, id] = partsOf(cursor, form);
      return { at: Number(at), id };
    },
  };
}
