import type { Claim } from '../queue/queue.store.js';
import type { PartState, SendError } from '../turns/part.js';
import type { Outcome } from '../turns/turn.js';
import type { Verdict } from './channel.js';
import type { StatusUpdate } from './status-update.js';

export const NO_ADDRESS = 'The sender has no address left to answer to.';

/** A part and its turn after something was learnt about them. */
export interface Settled {
  conversationId: string;
  state: PartState;
  /** For `pending`: milliseconds from now. */
  retryInMs?: number;
  outcome?: Outcome;
  /** Of what was accepted or delivered just now: when the first message that it answers came in. */
  receivedAt?: number;
}

/** Parts on their way out: attempts recorded before they are made, and what became of them. */
export abstract class OutboxStore {
  /**
   * Records an attempt before its request leaves, and prolongs the lease over it. Returns where to
   * send it, or nothing when the claim was lost, the part isn't pending any more, or the sender
   * has no address left.
   */
  abstract begin(
    claim: Claim,
    partId: string,
    attempt: string,
    leaseMs: number,
  ): Promise<string | null>;

  /**
   * Keeps what became of an attempt. The claim needn't hold any more: what has happened has
   * happened, also to an attempt that was doubted meanwhile. One that a callback settled first
   * keeps the callback's word.
   */
  abstract record(claim: Claim, attempt: string, verdict: Verdict): Promise<Settled | null>;

  /** Gives up a part that was never tried, or not again. */
  abstract abandon(claim: Claim, partId: string, error: SendError): Promise<void>;

  /** A part whose attempt has been without word for too long. */
  abstract doubt(claim: Claim, partId: string): Promise<void>;

  /** Keeps a status callback, moves its part forward, and wakes its mailbox. */
  abstract callback(update: StatusUpdate): Promise<Settled | null>;

  /** Makes pending at once what is held back: the account may work again. Wakes its mailboxes. */
  abstract resumeHeld(): Promise<void>;
}
