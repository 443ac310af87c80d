import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from '../faults/faults.js';
import type { Message } from '../ledger/message.js';
import { SimulatorOptions } from '../simulator.options.js';
import { statusForm } from './status-form.js';
import { signerOf } from './webhook-request.js';
import { WebhookClient } from './webhook.client.js';

/** Tells the business what became of a message, at the address that it gave when it was created. */
@Injectable()
export class StatusCallbacks {
  constructor(
    private readonly webhook: WebhookClient,
    private readonly faults: Faults,
    private readonly options: SimulatorOptions,
  ) {}

  /** The callbacks of one message: in their order, one after the other, unless a fault says else. */
  of(message: Message): { tell(now: Message): void; end(): void } {
    if (!message.statusCallback) return { tell() {}, end() {} };
    const shuffled = this.faults.ofCallback()?.mode === 'shuffle';
    const kept: Message[] = [];
    let line = Promise.resolve();
    const queue = (now: Message) => (line = line.then(() => this.post(now)));
    return {
      tell: (now) => void (shuffled ? kept.push(now) : this.tell(now, queue)),
      end: () => disordered(kept).forEach(queue),
    };
  }

  private tell(now: Message, queue: (now: Message) => void): void {
    const fault = this.faults.ofCallback();
    if (fault?.mode === 'drop') return;
    if (fault?.mode === 'delay') return void this.later(now, fault.delay_ms);
    if (fault?.mode === 'repeat') queue(now);
    queue(now);
  }

  /** Does not hold up the next one. */
  private async later(now: Message, ms: number): Promise<void> {
    await pause(ms, undefined, { ref: false });
    await this.post(now);
  }

  private async post(now: Message): Promise<void> {
    const form = statusForm(this.options.accountSid, now);
    const signer = signerOf(this.options);
    await this.webhook.post(now.statusCallback!, form, `${now.sid} ${now.status}`, signer);
  }
}

/** Any order but the true one: the last comes first. */
function disordered<T>(items: T[]): T[] {
  return items.toReversed();
}
