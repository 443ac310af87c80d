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

/** How much waits, counted up to `MOST_COUNTED`, and for how long the oldest has. */
export interface Backlog {
  /** Mailboxes that a worker should look at now. */
  due: { count: number; oldestMs: number };
  /** Messages that no turn covers yet. */
  waiting: { count: number; oldestMs: number };
}

export const MOST_COUNTED = 100_000;

/** Every sender's mailbox: which of them are due, and who works on which. */
export abstract class QueueStore {
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

  /** What waits in the store now, of all processes. */
  abstract backlog(): Promise<Backlog>;
}
