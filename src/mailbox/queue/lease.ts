import type { Claim, QueueStore } from './queue.store.js';

/** How long a worker keeps a mailbox without renewing the lease, in milliseconds. */
export const LEASE_MS = 20_000;

/** Milliseconds between two renewals: two that fail in a row cost no lease. */
const RENEW_MS = LEASE_MS / 4;

/**
 * Renews a claim's lease while its mailbox is worked on. `lost` aborts when another worker has
 * claimed the mailbox: the store would refuse this worker's writes, so its work can stop.
 */
export class Lease {
  private readonly lostController = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(queue: QueueStore, claim: Claim) {
    this.timer = setInterval(() => {
      // A store that can't be reached doesn't mean that the claim is lost. A later renewal tells.
      queue.renew(claim, LEASE_MS).then(
        (held) => held || this.lostController.abort(),
        () => undefined,
      );
    }, RENEW_MS);
  }

  /** Aborts once the store says that the claim is lost. */
  get lost(): AbortSignal {
    return this.lostController.signal;
  }

  /** Stops the renewals. It leaves the lease itself to the claim's release. */
  end(): void {
    clearInterval(this.timer);
  }
}
