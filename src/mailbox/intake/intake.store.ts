import type { Claim } from '../queue/queue.store.js';
import type { Accepted, Inbound } from './inbound.js';

/** Stores messages durably in their senders' mailboxes. */
export abstract class IntakeStore {
  /**
   * Makes a message durable and its mailbox due. It stores no message twice, and never shortens a
   * lease or a backoff. Throws when the message could not be made durable.
   */
  abstract accept(message: Inbound): Promise<Accepted>;

  /**
   * Moves what is left in a merged conversation into the one that it was merged into, wakes that
   * one, and releases the claim.
   */
  abstract finishMerge(claim: Claim): Promise<void>;
}
