import { Injectable } from '@nestjs/common';
import { BadCursor } from '../../http/cursor.js';
import { paged } from '../../http/page.js';
import type { ConversationPage, ListedPage } from './conversation-page.dto.js';
import { Delivery } from '../webhooks/delivery.js';
import { Faults } from '../faults/faults.js';
import type { FaultSettings } from '../faults/fault-settings.dto.js';
import { HeldConnections } from '../faults/held-connections.js';
import type { InboundAnswer } from './inbound-answer.dto.js';
import type { InboundMessage } from './inbound-message.dto.js';
import { Inbound } from './inbound.js';
import { MediaStore } from '../ledger/media.store.js';
import { listed } from '../ledger/message.js';
import { Messages } from '../ledger/messages.js';

/** What a tester does with the emulator. */
@Injectable()
export class Control {
  constructor(
    private readonly inbound: Inbound,
    private readonly messages: Messages,
    private readonly media: MediaStore,
    private readonly held: HeldConnections,
    private readonly delivery: Delivery,
    private readonly injected: Faults,
  ) {}

  send(message: InboundMessage): Promise<InboundAnswer> {
    return this.inbound.send(message);
  }

  list({ conversation, limit, cursor }: ConversationPage): ListedPage {
    const found = conversation ? this.messages.with(conversation) : this.messages.all();
    const start = cursor ? found.findIndex(({ sid }) => sid === cursor) + 1 : 0;
    if (cursor && !start) throw new BadCursor();
    const items = found.slice(start, start + limit);
    const more = start + items.length < found.length;
    return paged(items.map(listed), more ? items.at(-1)!.sid : null);
  }

  faults(): FaultSettings {
    return this.injected.settings;
  }

  setFaults(settings: FaultSettings): FaultSettings {
    return this.injected.set(settings);
  }

  /** Back to the beginning. What is under way ends where it is. */
  async empty(): Promise<void> {
    this.delivery.stop();
    this.injected.clear();
    this.held.cut();
    await this.messages.clear();
    await this.media.clear();
  }
}
