import type { LineId } from '../../config/lines/line.js';

/** The right to work on one mailbox, until the lease runs out or another claim raises the token. */
export interface Claim {
  conversationId: string;
  /** Fencing token: every write of the claim's holder names it. */
  token: number;
  /**
   * How many claims before this one ended without a release, and since anything was done in the mailbox:
   * probably because a process died.
   */
  crashes: number;
  /** When it began, by the store's clock, in milliseconds since 1970. */
  at?: number;
  /** How many visits before this one failed in a row, without ending a process. */
  failures?: number;
}

/** When a worker should look again at a mailbox that it releases. */
export interface Release {
  /**
   * The `wakes` that `TurnStore.open` returned. If the mailbox was woken since then, it is due at
   * once, whatever `dueInMs` says.
   */
  wakes?: number;
  /**
   * Milliseconds from now; `as-before`: at once, and with the place among the due that it had before
   * the claim. Without it, the mailbox sleeps until something wakes it.
   */
  dueInMs?: number | 'as-before';
  /** The new value of the mailbox's crash count. Without it, all but this claim stay counted. */
  crashes?: number;
  /** How many visits have failed in a row by now; absent after one that succeeded. */
  failures?: number;
}

/** How much waits, counted up to `MOST_COUNTED`, and how long the oldest has waited. */
export interface Backlog {
  /** Mailboxes that a worker should look at now. */
  due: { count: number; oldestMs: number };
  /** Messages that no turn covers yet. */
  waiting: { count: number; oldestMs: number };
}

/** Counting more rows than this would cost the store too much for a metric. */
export const MOST_COUNTED = 100_000;

/** The queue: which mailboxes are due, and which worker has which of them. */
export abstract class QueueStore {
  /**
   * Takes a mailbox from its worker and makes it due at once, because its sender said STOP. A
   * mailbox whose sender has opted out before is left alone.
   */
  abstract interrupt(conversationId: string): Promise<void>;

  /**
   * Takes up to `limit` due mailboxes, the longest due first, each for `leaseMs`. A mailbox whose
   * process dies is as long due as it was before: who was first is first again. Who may kill the process is
   * claimed alone, and only by a worker that is `idle`: see `claimable`.
   */
  abstract claim(limit: number, leaseMs: number, idle?: boolean): Promise<Claim[]>;

  /** Prolongs a lease to `leaseMs` milliseconds from now. Returns false when the claim is lost. */
  abstract renew(claim: Claim, leaseMs: number): Promise<boolean>;

  /** Gives a mailbox back to the queue. It changes nothing when the claim is lost. */
  abstract release(claim: Claim, release: Release): Promise<void>;

  /** Makes the mailboxes of a line due that wait for a time. A mailbox under a lease keeps it. */
  abstract wakeLine(line: LineId): Promise<void>;

  /** Counts what waits in the store, for all processes together. */
  abstract backlog(): Promise<Backlog>;
}
