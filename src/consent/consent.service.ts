import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ConversationView } from '../conversations/conversation.dto.js';
import {
  ConversationsService,
  noSuchConversation,
} from '../conversations/conversations.service.js';
import { partsOf } from '../http/cursor.js';
import { type Page, paged } from '../http/page.js';
import { Signals } from '../mailbox/queue/signals.js';
import { type ConsentPage, ConsentView } from './consent.dto.js';
import { ConsentStore } from './consent.store.js';
import { HEADINGS, rowOf } from './csv.js';

/** A file is read from the store so many records at a time. */
const AT_ONCE = 200;

/** Shows the record of consent, and takes an operator's word for a sender's wish. */
@Injectable()
export class ConsentRecordsService {
  constructor(
    private readonly store: ConsentStore,
    private readonly conversations: ConversationsService,
    private readonly signals: Signals,
  ) {}

  /** Throws a `BadCursor` for a cursor that no page returned. */
  async page({ limit, cursor }: Page, conversationId?: string): Promise<ConsentPage> {
    const after = cursor && partsOf(cursor, /^(\d{1,19})$/)[0];
    const found = await this.store.page(limit + 1, after || undefined, conversationId);
    const items = found.slice(0, limit);
    return paged(items.map(ConsentView.of), found.length > limit ? items.at(-1)!.seq : null);
  }

  /** The same of one conversation. Throws a `Problem` (404) for an unknown one. */
  async ofConversation(id: string, page: Page): Promise<ConsentPage> {
    const conversation = await this.conversations.one(id);
    return this.page(page, conversation.id);
  }

  /** All records of a conversation, for the export of its sender. */
  async all(conversationId: string): Promise<ConsentView[]> {
    const all: ConsentView[] = [];
    for await (const some of this.pages(conversationId)) all.push(...some);
    return all;
  }

  /** All records as lines of a CSV file (RFC 4180), read as they are sent. */
  file(): Readable {
    return Readable.from(this.lines());
  }

  /** Throws a `Problem` (404) for an unknown conversation. */
  async optOut(id: string, reason?: string): Promise<ConversationView> {
    return this.decide(id, 'opted_out', 'opt-out', reason);
  }

  /** The same. Where Twilio keeps the opt-out itself, it still refuses what is sent. */
  async optIn(id: string, reason?: string): Promise<ConversationView> {
    return this.decide(id, 'opted_in', 'opt-in', reason);
  }

  private async decide(
    id: string,
    kind: 'opted_out' | 'opted_in',
    route: string,
    reason?: string,
  ): Promise<ConversationView> {
    const call = `POST /api/v1/conversations/${id}/${route}`;
    if (!(await this.store.decide(id, { kind, call, reason }))) throw noSuchConversation();
    this.signals.wake();
    return this.conversations.one(id);
  }

  private async *lines(): AsyncGenerator<string> {
    yield HEADINGS;
    for await (const some of this.pages()) yield some.map(rowOf).join('');
  }

  private async *pages(conversationId?: string): AsyncGenerator<ConsentView[]> {
    for (let after: string | undefined; ;) {
      const some = await this.store.page(AT_ONCE, after, conversationId);
      yield some.map(ConsentView.of);
      if (some.length < AT_ONCE) return;
      after = some.at(-1)!.seq;
    }
  }
}
