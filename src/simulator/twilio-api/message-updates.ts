import { Injectable } from '@nestjs/common';
import { MediaStore } from '../ledger/media.store.js';
import { isFinal, type Message } from '../ledger/message.js';
import { Messages } from '../ledger/messages.js';
import type { Form } from './sending/outbound-form.js';
import { accountUri } from './resources.js';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioError } from './twilio-error.js';

/**
 * What an account may change of a message that exists:
 * twilio.com/docs/messaging/api/message-resource. Each throws 20404 for what isn't there. Twilio's
 * pages have the codes of its other refusals, but not their HTTP status: 409 is our reading.
 */
@Injectable()
export class MessageUpdates {
  constructor(
    private readonly messages: Messages,
    private readonly media: MediaStore,
    private readonly options: SimulatorOptions,
  ) {}

  find(sid: string): Message {
    const message = this.messages.visible(sid);
    if (message) return message;
    const path = `${accountUri(this.options.accountSid)}/Messages/${sid}.json`;
    throw TwilioError.notFound(path);
  }

  /** `Status=canceled` cancels a scheduled message; an empty `Body` empties the text. */
  async update(sid: string, { Body: body, Status: status }: Form = {}): Promise<Message> {
    const message = this.find(sid);
    if (status !== undefined) await this.cancel(message, status);
    if (body !== undefined) await this.redact(message, body);
    return message;
  }

  /** Its files go with it. */
  async delete(sid: string): Promise<void> {
    const message = this.find(sid);
    requireComplete(message, 'delete this resource');
    await this.messages.delete(message);
    await Promise.all(message.media.map((file) => this.media.delete(file.sid)));
  }

  private async cancel(message: Message, status: Form[string]): Promise<void> {
    if (status !== 'canceled') throw new TwilioError(400, 20001, 'Status must be canceled');
    if (message.status !== 'scheduled') {
      throw new TwilioError(409, 30409, 'This message cannot be canceled');
    }
    await this.messages.advance(message, 'canceled');
  }

  private async redact(message: Message, body: Form[string]): Promise<void> {
    if (body !== '') throw new TwilioError(400, 20001, 'Body can only be made empty');
    requireComplete(message, 'redact the body of this resource');
    await this.messages.redact(message);
  }
}

/** An inbound message is complete; an outbound one when its journey has ended, or it was sent. */
function requireComplete(message: Message, what: string): void {
  if (isFinal(message) || message.status === 'sent') return;
  throw new TwilioError(409, 20009, `Cannot ${what} before it is complete`);
}
