import type { Claim, QueueStore } from './queue.store.js';

/** How long a mailbox belongs to a worker that says nothing more. */
export const LEASE_MS = 20_000;
const RENEW_MS = 5_000;

/**
 * Keeps a claim's lease alive while its work is done. `lost` aborts when the claim is another's:
 * its writes would be refused anyway, so the work may as well stop.
 */
export class Lease {
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(queue: QueueStore, claim: Claim) {
    this.#timer = setInterval(() => {
      // A store that can't be reached isn't a lost claim: its next answer will tell.
      queue.renew(claim, LEASE_MS).then(
        (held) => held || this.#lost.abort(),
        () => undefined,
      );
    }, RENEW_MS);
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
