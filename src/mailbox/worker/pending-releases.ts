import { isStorageFailure } from '../../storage/storage.error.js';
import type { Claim, QueueStore, Release } from '../queue/queue.store.js';

/**
 * Claims to be let go of. One that the store couldn't take is let go of when it is back: claimed
 * again as it is, an outage would look like a crash of its messages' doing.
 */
export class PendingReleases {
  private readonly pending = new Map<Claim, Release>();

  constructor(private readonly queue: QueueStore) {}

  /** Never throws: a claim that nobody lets go of runs out by itself. */
  async release(claim: Claim, release: Release): Promise<void> {
    try {
      await this.queue.release(claim, release);
    } catch (error) {
      if (isStorageFailure(error)) this.pending.set(claim, release);
    }
  }

  /** Before anything is claimed. What the store can't take yet is kept for the next time. */
  async catchUp(): Promise<void> {
    const pending = [...this.pending];
    this.pending.clear();
    await Promise.all(pending.map(([claim, release]) => this.release(claim, release)));
  }
}
