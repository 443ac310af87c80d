import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { backoff } from '../holds/backoff.js';
import type { Claim, Release } from '../queue/queue.store.js';
import type { Verdict } from './channel.js';
import { OutboxStore, type Settled } from './outbox.store.js';

/**
 * Milliseconds. While the store can't be reached, a verdict is offered to it again: after the first
 * wait, which doubles up to the second, and for the third in all. The part may become uncertain
 * meanwhile; the verdict still corrects that.
 */
const RECORDING = { firstMs: 100, mostMs: 2000, forMs: 10 * 60_000 };

const NOT_SENT: Verdict = { kind: 'retry', error: { message: 'The store was away: not sent.' } };

/** Records what attempts came to, also while the store is away for a while. */
@Injectable()
export class VerdictsService {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a verdict, and tries again while the store can't be reached, so that a short outage
   * doesn't make a part uncertain. Once `stop` aborts, it tries once more only, so that the process
   * can end: the status callback tells later what became of the part.
   */
  async record(
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    stop: AbortSignal,
    release?: Release,
  ): Promise<Settled | null> {
    const ends = this.clock.now() + RECORDING.forMs;
    for (let tries = 1, last = false; ; tries++) {
      try {
        return await this.outbox.record(claim, attempt, verdict, release);
      } catch (error) {
        if (last || !isStorageFailure(error) || this.clock.now() > ends) throw error;
        await delay(backoff(tries, RECORDING), undefined, {
          signal: stop,
        }).catch(() => undefined);
        last = stop.aborted;
      }
    }
  }

  /**
   * Records that nothing was sent, and throws `error` again, which the store threw. It may have
   * recorded the attempt although its answer was lost, and without this the part would become uncertain.
   */
  async notBegun(claim: Claim, attempt: string, error: unknown, stop: AbortSignal): Promise<never> {
    if (isStorageFailure(error)) await this.record(claim, attempt, NOT_SENT, stop);
    throw error;
  }
}
