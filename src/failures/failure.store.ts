import type { Outcome } from '../mailbox/turns/turn.js';

/** A turn that an operator should look at. */
export interface FailureRecord {
  id: string;
  conversationId: string;
  outcome?: Outcome;
  error?: string;
  parts: { sid?: string; state: string; code?: number; message?: string; action?: string }[];
  createdAt: number;
}

/** What became of a person's wish to send the rest of a turn. */
export type Retried = 'retried' | 'nothing to retry' | 'opted out' | 'unknown';

/** What an operator should look at, and what a person decides about it. */
export abstract class FailureStore {
  /**
   * Failures, newest first. `before` is the id that the page before ended with; an unknown one
   * throws a `BadCursor`.
   */
  abstract list(limit: number, before?: string): Promise<FailureRecord[]>;

  /**
   * Makes the unsent parts of a dead or uncertain turn pending again, takes it off the list and
   * wakes its mailbox. A part that may have been sent is sent again: that is the person's decision.
   */
  abstract retry(turnId: string): Promise<Retried>;

  /** Takes a turn off the list; its outcome stays. False for one that never was on it;
   * once more changes nothing. */
  abstract discard(turnId: string): Promise<boolean>;
}
