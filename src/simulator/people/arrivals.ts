import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from '../faults/faults.js';
import type { Message } from '../ledger/message.js';
import { Messages } from '../ledger/messages.js';
import { SimulatorOptions } from '../simulator.options.js';
import { forged, type Signer, signerOf } from '../webhooks/webhook-request.js';
import { type WebhookAnswer, WebhookClient } from '../webhooks/webhook.client.js';
import { inboundForm } from './inbound-form.js';
import type { InboundMessage } from './inbound-message.dto.js';
import { OneBehindTheNext } from './one-behind-the-next.js';

/** How the webhook of a message comes. Times are milliseconds. */
export interface Arrival {
  signer: Signer;
  times: number;
  delayMs: number;
  /** For how long the sender's next message may overtake it; 0: not at all. */
  overtakeMs: number;
  lost: boolean;
}

/** Brings messages to the business, late, twice or in the wrong order where that is wanted. */
@Injectable()
export class Arrivals {
  private readonly order = new OneBehindTheNext();

  constructor(
    private readonly messages: Messages,
    private readonly webhook: WebhookClient,
    private readonly faults: Faults,
    private readonly options: SimulatorOptions,
  ) {}

  /** What the message asks for goes before what all of them meet. Throws 409 for a missing SharedKey. */
  plan(given: InboundMessage): Arrival {
    const fault = this.faults.ofInbound();
    const signer = signerOf(this.options, given.shared_key ?? fault?.shared_key);
    const wrong = given.bad_signature ?? fault?.bad_signature;
    return {
      signer: wrong ? forged(signer) : signer,
      times: given.times ?? fault?.times ?? 1,
      delayMs: given.delay_ms ?? fault?.delay_ms ?? 0,
      overtakeMs: fault?.overtake_ms ?? 0,
      lost: given.webhook === false,
    };
  }

  /** What came back, each time. */
  async bring(arrival: Arrival, message: Message, given: InboundMessage): Promise<WebhookAnswer[]> {
    if (arrival.lost) return [LOST];
    if (arrival.delayMs) await pause(arrival.delayMs, undefined, { ref: false });
    return this.order.take(message.from, arrival.overtakeMs, async () => {
      // Meanwhile all may have been emptied.
      return this.messages.find(message.sid) ? this.post(arrival, message, given) : [LOST];
    });
  }

  private async post({ times, signer }: Arrival, message: Message, given: InboundMessage) {
    const { accountSid } = this.options;
    const base = `${this.options.address()}/2010-04-01/Accounts/${accountSid}`;
    const form = inboundForm(accountSid, base, message, given);
    const answers: WebhookAnswer[] = [];
    for (let i = 0; i < times; i++) {
      answers.push(await this.webhook.post(this.options.webhookUrl(), form, message.sid, signer));
    }
    return answers;
  }
}

/** What came back from a webhook that was lost on its way. */
const LOST: WebhookAnswer = {
  status: null,
  contentType: null,
  body: '',
  attempts: 0,
  error: 'lost on purpose',
  request: null,
};
