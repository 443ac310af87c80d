import type { Release } from '../queue/queue.store.js';
import type { Begun, FirstAttempt } from '../turns/first-attempt.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';

/**
 * After how many milliseconds the mailbox is due again; undefined when nothing is left to send;
 * `released` when it was given back already.
 */
export type Delivered = number | undefined | 'released';

/** A first attempt that may be recorded with an answer. */
export interface Prepared extends FirstAttempt {
  /** Its request doesn't start after this time, in milliseconds since 1970. */
  deadline: number;
}

/** An attempt that is recorded, and whose request is to leave. */
export interface Sending extends Begun, Omit<Prepared, 'leaseMs'> {}

/** What a mailbox has to send. */
export interface Outgoing {
  turn: Turn;
  work: Work;
  /** The turn's first attempt, where it was recorded with it and its request didn't leave yet. */
  begun?: Sending;
  /** How the mailbox is given back once nothing is left to send. */
  release: Release;
}
