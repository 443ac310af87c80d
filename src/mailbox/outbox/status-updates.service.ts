import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds } from '../../metrics.js';
import { Signals } from '../queue/signals.js';
import { AccountHold } from '../account/account-hold.js';
import { tellOfCallback } from './account-word.js';
import { OutboxStore, type Settled } from './outbox.store.js';
import type { StatusUpdate } from './status-update.js';

/** Takes the channel's status callbacks, which tell later what became of the messages sent. */
@Injectable()
export class StatusUpdatesService {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly signals: Signals,
    private readonly account: AccountHold,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a status callback. If it gives the mailbox something to do, as when it settles an attempt
   * that the rest of a turn waits for, it wakes the worker. Throws what the store throws.
   */
  async take(update: StatusUpdate): Promise<void> {
    const settled = await this.outbox.callback(update);
    if (!settled) return;
    const { progress } = update;
    await tellOfCallback(this.account, update, settled);
    if (settled.woken) this.signals.wake();
    this.count(settled, progress.delivered ? 'delivered' : 'sent');
  }

  private count({ receivedAt }: Settled, step: 'delivered' | 'sent'): void {
    if (receivedAt === undefined) return;
    stepSeconds.observe({ step }, (this.clock.now() - receivedAt) / 1000);
  }
}
