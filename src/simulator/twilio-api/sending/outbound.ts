import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock.js';
import { Delivery } from '../../webhooks/delivery.js';
import { type Message, newSid } from '../../ledger/message.js';
import { Contents } from '../../ledger/contents.js';
import { Messages } from '../../ledger/messages.js';
import { TypingNow } from '../../ledger/typing-now.js';
import { type Form, type Ours, readSend } from './outbound-form.js';
import { rendered } from '../content/rendering.js';
import { refused } from '../twilio-error.js';
import { SimulatorOptions } from '../../simulator.options.js';

/** The business writing to people. */
@Injectable()
export class Outbound {
  constructor(
    private readonly messages: Messages,
    private readonly delivery: Delivery,
    private readonly typing: TypingNow,
    private readonly options: SimulatorOptions,
    private readonly clock: Clock,
    private readonly contents: Contents,
  ) {}

  /** The account's numbers: the business's, and each that somebody wrote to. */
  private ours(): Ours {
    const { from } = this.options;
    return { first: from, has: (number) => number === from || this.messages.isNumber(number) };
  }

  /** Accepts a message and lets it travel. Throws Twilio's error when the form is refused. */
  async create(form: Form): Promise<Message> {
    const now = this.clock.now();
    const { values, ...sent } = readSend(form, this.ours(), now);
    const wanted = { ...sent, ...this.content(sent.contentSid, values) };
    const message: Message = {
      ...wanted,
      sid: newSid(wanted.media.length ? 'MM' : 'SM'),
      direction: 'outbound',
      createdAt: now,
      updatedAt: now,
      sentAt: null,
      errorCode: null,
      externalUserId: null,
      said: {},
      redacted: false,
      deleted: false,
    };
    await this.messages.add(message);
    this.typing.end(message.to);
    this.delivery.begin(message);
    return message;
  }

  /** What the person sees of a resource: twilio.com/docs/api/errors/21655. */
  private content(sid: string | null, values: Record<string, string>) {
    if (sid === null) return {};
    const content = this.contents.find(sid);
    if (content) return rendered(content, values);
    throw refused(21655, 'The ContentSid parameter is invalid.');
  }
}
