import { Injectable } from '@nestjs/common';
import { Clock, iso } from '../clock.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { noSuchConversation } from '../conversations/conversations.service.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { ErasureStore } from './erasure.store.js';
import type { MessageView } from '../conversations/message.dto.js';
import { ExportView } from './export.dto.js';
import { TranscriptService } from '../conversations/transcript.service.js';

const PAGE = 200;

/** What is kept of a sender: to be handed over, or removed. Both throw 404 for an unknown one. */
@Injectable()
export class SenderDataService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transcript: TranscriptService,
    private readonly erasure: ErasureStore,
    private readonly clock: Clock,
  ) {}

  async export(id: string): Promise<ExportView> {
    const conversation = await this.sessions.conversation(id);
    if (!conversation) throw noSuchConversation();
    return {
      exported_at: iso(this.clock.now()),
      conversation: ConversationView.of(conversation),
      addresses: conversation.addresses.map((address) => ExportView.address(address)),
      messages: await this.messages(conversation.id),
    };
  }

  async erase(id: string): Promise<void> {
    if (!(await this.erasure.erase(id))) throw noSuchConversation();
  }

  private async messages(id: string): Promise<MessageView[]> {
    const all: MessageView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.transcript.page(id, { limit: PAGE, cursor });
      all.push(...page.items);
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    return all;
  }
}
