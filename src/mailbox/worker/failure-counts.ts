import type { Clock } from '../../clock.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { backoff } from '../holds/backoff.js';

/** A visit that fails once more than this, within about four minutes, is given up. */
const MOST_FAILURES = 8;

/**
 * The backoff after failures of the store stops growing here, at 32 seconds, so that the mailboxes
 * are worked on soon after the store is back.
 */
const LONGEST_STORE_BACKOFF = 6;

/** Milliseconds after which a count starts again: another node may have succeeded meanwhile. */
const FORGET_AFTER_MS = 60 * 60_000;

interface Count {
  all: number;
  /** How many of them were no failures of the store: a message may have caused these. */
  own: number;
  /** When the latest happened, in milliseconds since 1970. */
  at: number;
}

/**
 * Counts the exceptions in a row of each conversation. Failures of the store never lead to giving
 * up, because no message causes them. They do lengthen the backoff, because each try may send
 * another request to the model.
 */
export class FailureCounts {
  /** By conversation, in the order of the latest failures: the oldest is first. */
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a failure. Returns after how many milliseconds to try again, or undefined when the work
   * is to be given up; the count starts again then.
   */
  add(conversationId: string, error: unknown): number | undefined {
    this.forgetOld();
    const ofStore = isStorageFailure(error);
    const { all, own } = this.counts.get(conversationId) ?? { all: 0, own: 0 };
    const count = { all: all + 1, own: own + (ofStore ? 0 : 1), at: this.clock.now() };
    this.forget(conversationId);
    if (count.own > MOST_FAILURES) return undefined;
    this.counts.set(conversationId, count);
    return backoff(ofStore ? Math.min(count.all, LONGEST_STORE_BACKOFF) : count.own);
  }

  /** Ends a row of failures, because a visit succeeded. */
  forget(conversationId: string): void {
    this.counts.delete(conversationId);
  }

  private forgetOld(): void {
    const before = this.clock.now() - FORGET_AFTER_MS;
    for (const [conversationId, { at }] of this.counts) {
      if (at > before) return;
      this.forget(conversationId);
    }
  }
}
