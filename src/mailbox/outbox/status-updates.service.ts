import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { stepSeconds } from '../../metrics.js';
import { addToSpan } from '../../tracing/traced.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { Signals } from '../queue/signals.js';
import { Holds } from '../holds/holds.js';
import { Channel, type Verdict } from './channel.js';
import { tellOfFailure } from './hold-word.js';
import { OutboxStore, type Settled } from './outbox.store.js';
import type { StatusUpdate } from './status-update.js';

/** Takes the channel's status callbacks, which tell later what became of the messages sent. */
@Injectable()
export class StatusUpdatesService {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly signals: Signals,
    private readonly holds: Holds,
    private readonly channel: Channel,
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
    const { progress, failure } = update;
    if (failure && !told) await this.tell(settled.conversationId, failure);
    // If this fails the hold ends all the same: nothing was heard against its probe.
    if (progress.passedOn) await this.passedOn(settled.conversationId, update);
    if (settled.unfit) await this.channel.unfit(settled.unfit);
    if (settled.woken) this.signals.wake();
    this.count(settled, progress.delivered ? 'delivered' : 'sent');
  }

  /**
   * Tells the holds of a failure before it is kept: once it is kept, Twilio's repeat of the
   * callback is no news, and nobody would be told. To tell it twice changes nothing. Returns false
   * when it couldn't be told: the callback is kept all the same.
   */
  private async tellFirst(update: StatusUpdate): Promise<boolean> {
    const { failure } = update;
    if (!failure) return true;
    try {
      const conversationId = await this.outbox.concerns(update);
      if (conversationId) await this.tell(conversationId, failure);
      return true;
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      return false;
    }
  }

  private async tell(conversationId: string, failure: Verdict): Promise<void> {
    const line = await this.outbox.lineOf(conversationId);
    await tellOfFailure(this.holds, { conversationId, line }, failure);
  }

  /** Most callbacks tell of this: the line is looked up only where somebody waits for it. */
  private async passedOn(conversationId: string, { sid }: StatusUpdate): Promise<void> {
    if (!this.holds.awaitsWord) return;
    const line = await this.outbox.lineOf(conversationId);
    await this.holds.passedOn({ conversationId, line }, sid);
  }

  private count({ receivedAt }: Settled, step: 'delivered' | 'sent'): void {
    if (receivedAt === undefined) return;
    stepSeconds.observe({ step }, (this.clock.now() - receivedAt) / 1000);
  }
}
