import { Injectable } from '@nestjs/common';
import { Clock, iso } from '../clock.js';
import { SummaryRepository } from '../chat/messages/summary.repository.js';
import { ConsentRecordsService } from '../consent/consent.service.js';
import { SessionRepository } from '../sessions/session.repository.js';
import {
  ConversationsService,
  noSuchConversation,
} from '../conversations/conversations.service.js';
import { ErasureStore } from './erasure.store.js';
import { ExportedMessage, ExportView } from './export.dto.js';
import { RecordsStore } from './records.store.js';
import { SuggestionsService } from '../suggestions/suggestions.service.js';
import { TranscriptService } from '../conversations/transcript.service.js';

/** The export reads so many messages at a time. */
const PAGE = 200;

/** Exports and erases senders' data. Throws a `Problem` (404) for an unknown conversation. */
@Injectable()
export class SenderDataService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly conversations: ConversationsService,
    private readonly transcript: TranscriptService,
    private readonly summaries: SummaryRepository,
    private readonly suggestions: SuggestionsService,
    private readonly erasure: ErasureStore,
    private readonly records: RecordsStore,
    private readonly consent: ConsentRecordsService,
    private readonly clock: Clock,
  ) {}

  /** Returns all stored data of a conversation's sender. */
  async export(id: string): Promise<ExportView> {
    const conversation = await this.sessions.conversation(id);
    if (!conversation) throw noSuchConversation();
    return {
      exported_at: iso(this.clock.now()),
      conversation: await this.conversations.one(conversation.id),
      addresses: conversation.addresses.map((address) => ExportView.address(address)),
      messages: await this.messages(conversation.id),
      summary: (await this.summaries.find(conversation.id))?.text || null,
      suggestions: await this.suggestions.of(conversation.id),
      consent: await this.consent.all(conversation.id),
    };
  }

  /** Erases all stored data of a conversation's sender. */
  async erase(id: string): Promise<void> {
    if (!(await this.erasure.erase(id))) throw noSuchConversation();
  }

  private async messages(id: string): Promise<ExportedMessage[]> {
    const all: ExportedMessage[] = [];
    const now = this.clock.now();
    let cursor: string | undefined;
    do {
      const page = await this.transcript.page(id, { limit: PAGE, cursor });
      const records = await this.records.of(page.items.map((message) => message.id));
      all.push(...page.items.map((message) => ExportedMessage.with(message, records, now)));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    return all;
  }
}
