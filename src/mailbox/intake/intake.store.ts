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
   * Moves some of what a merged conversation contains, at most `most` rows, into the one that it was
   * merged into. Returns true while more may be left. When nothing is, it wakes that one, whose
   * worker waits for that (`Work.awaitsMerge`), and releases the claim. Returns false, too, when the
   * claim is lost.
   */
  abstract mergeSome(claim: Claim, most?: number): Promise<boolean>;
}
