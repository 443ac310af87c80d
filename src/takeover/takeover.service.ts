import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problems/problem.js';
import { Channel } from '../mailbox/outbox/channel.js';
import {
  ConversationsService,
  noSuchConversation,
} from '../conversations/conversations.service.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { WINDOW_MS } from '../mailbox/outbox/delivery.service.js';
import { TakeoverStore, type Replied } from './takeover.store.js';
import { ReplyView } from './reply.dto.js';
import { Signals } from '../mailbox/queue/signals.js';

/** What a person does in a conversation. All throw a `Problem` (404) for an unknown one. */
@Injectable()
export class TakeoverService {
  constructor(
    private readonly takeover: TakeoverStore,
    private readonly conversations: ConversationsService,
    private readonly channel: Channel,
    private readonly signals: Signals,
  ) {}

  async takeOver(id: string): Promise<ConversationView> {
    await this.takeover.takeOver(id);
    this.signals.wake();
    return this.conversations.one(id);
  }

  async release(id: string): Promise<ConversationView> {
    await this.takeover.release(id);
    return this.conversations.one(id);
  }

  /** Throws a `Problem`: 409 when nothing may be sent, 422 for a key that had another text. */
  async reply(conversationId: string, text: string, key?: string): Promise<ReplyView> {
    const parts = this.channel.verbatim(text).map((body) => ({ id: randomUUID(), body }));
    const reply = { turnId: randomUUID(), text, parts, key: checked(key), windowMs: WINDOW_MS };
    const replied = await this.takeover.reply(conversationId, reply);
    if (replied.kind === 'stored') this.signals.send('replied', conversationId, reply.turnId);
    return viewOf(replied, text);
  }
}

/** The same answer for a repeated key, however far the sending has come. */
function viewOf(replied: Replied, text: string): ReplyView {
  switch (replied.kind) {
    case 'unknown':
      throw noSuchConversation();
    case 'opted out':
      throw new Problem(409, 'Not sent', 'The sender opted out: wait until they send START.');
    case 'no address':
      throw new Problem(
        409,
        'Not sent',
        'Nobody wrote here by WhatsApp: there is nobody to send to.',
      );
    case 'window closed':
      throw new Problem(409, 'Not sent', CLOSED);
    case 'repeated':
      if (replied.text !== text) throw new Problem(422, 'Another text', OTHER_TEXT);
  }
  return ReplyView.of(replied);
}

const CLOSED =
  "The sender's last message is more than 24 hours old: send an approved template, or wait.";
const OTHER_TEXT = 'Idempotency-Key: it was used for another text; use a new one for a new reply.';

function checked(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const message = 'must be 1 to 255 visible ASCII characters';
  const errors = [{ field: 'Idempotency-Key', message }];
  throw new Problem(400, 'Bad Request', `Idempotency-Key ${message}`, { errors });
}
