import { Injectable } from '@nestjs/common';
import { Messages } from '../ledger/messages.js';
import { TypingNow } from '../ledger/typing-now.js';
import type { Form } from './sending/outbound-form.js';
import { TwilioError } from './twilio-error.js';

/** "Typing…" on the person's side: twilio.com/docs/whatsapp/api/typing-indicators-resource. */
@Injectable()
export class Typing {
  constructor(
    private readonly messages: Messages,
    private readonly now: TypingNow,
  ) {}

  /** Counts it, and marks the inbound message read, as WhatsApp does. */
  async show({ channel, messageId }: Form = {}): Promise<{ success: true }> {
    if (channel !== 'whatsapp') throw new TwilioError(400, 20001, 'channel must be whatsapp');
    const message = typeof messageId === 'string' ? this.messages.find(messageId) : undefined;
    if (message?.direction !== 'inbound') throw TwilioError.notFound(`message ${messageId}`);
    message.typing = (message.typing ?? 0) + 1;
    this.now.begin(message.from);
    if (message.status === 'received') await this.messages.advance(message, 'read');
    return { success: true };
  }
}
