import { Injectable } from '@nestjs/common';
import { iso } from '../../clock.js';
import { BadCursor } from '../../http/cursor.js';
import { paged } from '../../http/page.js';
import { Problem } from '../../http/problems/problem.js';
import type { ConversationPage, ListedPage, TypingList } from './conversation-page.dto.js';
import { Delivery } from '../webhooks/delivery.js';
import { Faults } from '../faults/faults.js';
import type { FaultSettings } from '../faults/fault-settings.dto.js';
import { HeldConnections } from '../faults/held-connections.js';
import type { BurstAnswer, InboundAnswer } from './inbound-answer.dto.js';
import type { Burst, InboundMessage } from './inbound-message.dto.js';
import { Inbound } from './inbound.js';
import { Contents } from '../ledger/contents.js';
import { MediaStore } from '../ledger/media.store.js';
import { listed } from '../ledger/message.js';
import { Messages } from '../ledger/messages.js';
import { TypingNow } from '../ledger/typing-now.js';

/** What a tester does with the emulator. */
@Injectable()
export class Control {
  constructor(
    private readonly inbound: Inbound,
    private readonly messages: Messages,
    private readonly media: MediaStore,
    private readonly typing: TypingNow,
    private readonly held: HeldConnections,
    private readonly delivery: Delivery,
    private readonly injected: Faults,
    private readonly contents: Contents,
  ) {}

  send(message: InboundMessage): Promise<InboundAnswer> {
    return this.inbound.send(message);
  }

  async sendAll({ messages }: Burst): Promise<BurstAnswer> {
    return { items: await this.inbound.sendAll(messages) };
  }

  list({ conversation, first, limit, cursor }: ConversationPage): ListedPage {
    const known = conversation ? this.messages.with(conversation) : this.messages.all();
    const found = first === 'newest' ? known.toReversed() : known;
    const start = cursor ? found.findIndex(({ sid }) => sid === cursor) + 1 : 0;
    if (cursor && !start) throw new BadCursor();
    const items = found.slice(start, start + limit);
    const more = start + items.length < found.length;
    return paged(items.map(listed), more ? items.at(-1)!.sid : null);
  }

  /** Who is written to now. */
  typingTo(): TypingList {
    return { items: this.typing.all().map(({ to, since }) => ({ to, since: iso(since) })) };
  }

  /** The bytes of a file that a person sent. Throws a `Problem` (404) where there is none. */
  async file(messageSid: string, mediaSid: string): Promise<Buffer> {
    const { media = [] } = this.messages.find(messageSid) ?? {};
    const ours = media.some(({ sid }) => sid === mediaSid);
    const bytes = ours ? await this.media.find(mediaSid) : undefined;
    if (bytes) return bytes;
    throw new Problem(404, 'No such file', 'The simulator has no file of these SIDs.');
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
    this.typing.clear();
    await this.messages.clear();
    await this.media.clear();
    this.contents.clear();
  }
}
