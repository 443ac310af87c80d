import type { Accepted, Inbound } from '../intake/inbound.js';
import type { Tell } from './signals.js';

/** The right to work on one mailbox, until the lease runs out or another claim raises the token. */
export interface Claim {
  conversationId: string;
  /** Fencing token: every write of the claim's holder names it. */
  token: number;
  /** How many claims before this one ended without a release: with the process, it seems. */
  crashes: number;
}

/** When a worker should look again at a mailbox that it lets go of. */
export interface Release {
  /** What `open` gave: when more has come in since, the mailbox is due at once. */
  wakes?: number;
  /** Milliseconds from now; absent: not before something happens. */
  dueInMs?: number;
  /** What the count of crashes becomes. */
  crashes: number;
}

/** Every sender's mailbox: what waits in it, and who works on it. */
export abstract class MailboxStore {
  /**
   * Makes a message durable and its mailbox due. A message whose id is known is not stored again;
   * accepting never shortens a lease or a backoff.
   */
  abstract accept(message: Inbound): Promise<Accepted>;

  /**
   * Takes a mailbox from whoever works on it and makes it due at once: its sender says STOP. Not
   * where they have said so already.
   */
  abstract interrupt(conversationId: string): Promise<void>;

  /** Takes up to `limit` due mailboxes, the longest due first, each for `leaseMs`. */
  abstract claim(limit: number, leaseMs: number): Promise<Claim[]>;

  /** Prolongs a lease; false when the claim was lost. */
  abstract renew(claim: Claim, leaseMs: number): Promise<boolean>;

  /** Lets go. A lost claim releases nothing. */
  abstract release(claim: Claim, release: Release): Promise<void>;

  /** Moves what is left in a merged conversation to where it belongs now, and wakes that. */
  abstract forward(claim: Claim): Promise<void>;

  /** Wakes the mailboxes of messages that were stored but not woken. How many it found. */
  abstract sweep(): Promise<number>;

  /** Tells of answers, and of `arrivals`, on other nodes until the returned function is called. */
  abstract watch(tell: Tell, arrivals: boolean): () => void;

  /** Makes mailboxes due whose sends are held back: the account may work again. */
  abstract wakeHeld(): Promise<void>;
}
