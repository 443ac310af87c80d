import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds } from '../../metrics.js';
import { Signals } from '../queue/signals.js';
import { AccountHold } from '../account/account-hold.js';
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
   * Stores a status callback, and wakes the worker: the callback may settle an attempt, so that the
   * rest of its turn can be sent. Throws what the store throws.
   */
  async take(update: StatusUpdate): Promise<void> {
    const settled = await this.outbox.callback(update);
    if (!settled) return;
    const { progress } = update;
    await this.forTheAccount(update, settled);
    this.signals.wake();
    this.count(settled, progress.delivered ? 'delivered' : 'sent');
  }

  private async forTheAccount(update: StatusUpdate, { conversationId }: Settled): Promise<void> {
    const { sid, failure, progress } = update;
    if (failure?.kind === 'stop')
      await this.account.refused(failure.error, conversationId, 'callback');
    if (failure?.kind === 'retry' && failure.suspect)
      await this.account.suspects(failure.error, conversationId, 'callback');
    if (progress.passedOn) await this.account.passedOn(sid);
  }

  private count({ receivedAt }: Settled, step: 'delivered' | 'sent'): void {
    if (receivedAt === undefined) return;
    stepSeconds.observe({ step }, (this.clock.now() - receivedAt) / 1000);
  }
}
