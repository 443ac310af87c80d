import type { Trace } from './trace.js';

/**
 * Keeps what answers were made from. A trace is stored in one transaction with its answer's message,
 * whose id it has, and is erased with that; so it needs no other owner, and follows a merge.
 */
export abstract class TraceRepository {
  /** The trace of an answer; null where none was made, or it was too old. */
  abstract find(answerId: string): Promise<Trace | null>;

  /** Removes at most `most` traces that are older than so many milliseconds; returns how many. */
  abstract forget(olderThanMs: number, most: number): Promise<number>;
}
