import type { Claim } from '../queue/queue.store.js';
import type { Accepted, Inbound } from './inbound.js';

/** The way in: a message becomes durable in its sender's mailbox. */
export abstract class IntakeStore {
  /**
   * Makes a message durable and its mailbox due. A message whose id is known is not stored again;
   * accepting never shortens a lease or a backoff.
   */
  abstract accept(message: Inbound): Promise<Accepted>;

  /** Moves what is left in a merged conversation to where it belongs now, and wakes that. */
  abstract finishMerge(claim: Claim): Promise<void>;
}
