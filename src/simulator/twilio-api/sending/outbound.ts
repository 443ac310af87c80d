import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock.js';
import { Delivery } from '../../webhooks/delivery.js';
import { type Message, newSid } from '../../ledger/message.js';
import { Messages } from '../../ledger/messages.js';
import { TypingNow } from '../../ledger/typing-now.js';
import { readSend, type Form } from './outbound-form.js';
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
  ) {}

  /** Accepts a message and lets it travel. Throws Twilio's error when the form is refused. */
  async create(form: Form): Promise<Message> {
    const now = this.clock.now();
    const wanted = readSend(form, this.options.from, now);
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
}
