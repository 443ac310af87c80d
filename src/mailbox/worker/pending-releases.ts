import { isStorageFailure } from '../../storage/storage.error.js';
import type { Claim, QueueStore, Release } from '../queue/queue.store.js';

/**
 * Releases claims, and keeps the releases that the store couldn't take until it is back. Without
 * them, the next claim of such a mailbox would count the outage as a crash that its messages
 * caused.
 */
export class PendingReleases {
  private readonly pending = new Map<Claim, Release>();

  constructor(private readonly queue: QueueStore) {}

  /**
   * Releases a claim. Never throws: the lease of a claim that isn't released runs out by itself.
   */
  async release(claim: Claim, release: Release): Promise<void> {
    try {
      await this.queue.release(claim, release);
    } catch (error) {
      if (isStorageFailure(error)) this.pending.set(claim, release);
    }
  }

  /**
   * Tries the kept releases again. Call it before claiming. Those that fail again are kept for the
   * next call.
   */
  async catchUp(): Promise<void> {
    const pending = [...this.pending];
    this.pending.clear();
    await Promise.all(pending.map(([claim, release]) => this.release(claim, release)));
  }
}
