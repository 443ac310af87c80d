import type { Clock } from '../../clock.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { backoff } from '../outbox/backoff.js';

/** So many exceptions in a row, some four minutes of them, and what was worked on is given up. */
const MOST_FAILURES = 8;

/** Of the store's, half a minute: what waits is to go on soon after it is back. */
const STEEPEST = 6;

/** Milliseconds after which a count begins anew: another node may have got on meanwhile. */
const FORGOTTEN_AFTER = 60 * 60_000;

interface Count {
  inAll: number;
  /** Those that may be the message's own fault. */
  own: number;
  at: number;
}

/**
 * Exceptions in a row, by conversation. A store that is away proves nothing against a message,
 * however often; but each try may ask the model anew, so that these wait longer and longer, too.
 */
export class FailureCounts {
  /** Those that failed last are last. */
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** In how many milliseconds to try again; nothing when it has had its chances. */
  add(conversationId: string, error: unknown): number | undefined {
    this.forgetOld();
    const away = isStorageFailure(error);
    const { inAll, own } = this.counts.get(conversationId) ?? { inAll: 0, own: 0 };
    const count = { inAll: inAll + 1, own: own + (away ? 0 : 1), at: this.clock.now() };
    this.forget(conversationId);
    if (count.own > MOST_FAILURES) return undefined;
    this.counts.set(conversationId, count);
    return backoff(away ? Math.min(count.inAll, STEEPEST) : count.own);
  }

  forget(conversationId: string): void {
    this.counts.delete(conversationId);
  }

  private forgetOld(): void {
    const before = this.clock.now() - FORGOTTEN_AFTER;
    for (const [conversationId, { at }] of this.counts) {
      if (at > before) return;
      this.forget(conversationId);
    }
  }
}
