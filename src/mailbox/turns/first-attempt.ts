/** Whom messages go out from, as it is configured. */
export interface Sender {
  /** The channel's account. */
  account: string;
  /** The business's number, as the channel writes it, or the SID of a Messaging Service. */
  from: string;
}

/** A part keeps so many of its attempts, the latest ones. */
export const MOST_KEPT = 20;

/**
 * The first attempt to send a turn's first part. It is recorded in the transaction that stores the
 * turn, so that its request may leave at once.
 */
export interface FirstAttempt {
  id: string;
  /** As it is configured now; undefined while it isn't. */
  sender?: Sender;
  /** How long the lease lasts then at least, in milliseconds. */
  leaseMs: number;
}

/** The first attempt was recorded: to this address its request goes. */
export interface Begun {
  to: string;
}

/**
 * What became of a draft: stored, or stored with its first attempt, or not, because more had come in or
 * the claim was lost.
 */
export type Stored = 'stored' | Begun | 'outdated' | 'lost';

/** Whether a draft is stored, with its first attempt or without. */
export function isStored(stored: Stored): stored is 'stored' | Begun {
  return stored !== 'outdated' && stored !== 'lost';
}

/**
 * When an attempt of unknown outcome is first looked for in the channel's own list, in milliseconds:
 * after it began, which is longer than its request may take; and, where the request has ended already,
 * after it became known that nobody knows.
 */
export const [FIRST_LOOK_MS, LOOK_AT_ONCE_MS] = [15_000, 3000];
