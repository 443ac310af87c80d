import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds } from '../../metrics.js';
import { addToSpan } from '../../tracing/traced.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { Signals } from '../queue/signals.js';
import { AccountHold } from '../account/account-hold.js';
import { tellOfFailure } from './account-word.js';
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
    addToSpan({ 'recado.sid': update.sid, 'recado.status': update.status });
    const told = await this.tellFirst(update);
    const settled = await this.outbox.callback(update);
    if (!settled) return;
    const { sid, progress, failure } = update;
    if (failure && !told) await tellOfFailure(this.account, settled.conversationId, failure);
    // If this fails the hold ends all the same: nothing was heard against its probe.
    if (progress.passedOn) await this.account.passedOn(sid);
    if (settled.woken) this.signals.wake();
    this.count(settled, progress.delivered ? 'delivered' : 'sent');
  }

  /**
   * Tells the account's hold of a failure before it is kept: once it is kept, Twilio's repeat of the
   * callback is no news, and nobody would be told. To tell it twice changes nothing. Returns false
   * when it couldn't be told: the callback is kept all the same.
   */
  private async tellFirst(update: StatusUpdate): Promise<boolean> {
    const { failure } = update;
    if (!failure) return true;
    try {
      const conversationId = await this.outbox.concerns(update);
      if (conversationId) await tellOfFailure(this.account, conversationId, failure);
      return true;
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      return false;
    }
  }

  private count({ receivedAt }: Settled, step: 'delivered' | 'sent'): void {
    if (receivedAt === undefined) return;
    stepSeconds.observe({ step }, (this.clock.now() - receivedAt) / 1000);
  }
}
