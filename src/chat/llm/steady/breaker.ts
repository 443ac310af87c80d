import type { Clock } from '../../../clock.js';

/** After so many failures in a row, whoever asks is not kept waiting for another one. */
const MOST_FAILURES = 3;
/** Milliseconds for which nobody asks then; doubled with each trial that fails, up to the most. */
const FIRST_PAUSE_MS = 30_000;
const MOST_PAUSE_MS = 5 * 60_000;

/** How a call ended. It is said once. */
export interface Trial {
  succeeded(): void;
  /** `retryAfterMs`: for so long the server itself wants not to be asked. */
  failed(why: string, retryAfterMs?: number): void;
  /** It ended without showing anything of the server: the caller gave up. */
  abandoned(): void;
}

/**
 * A circuit breaker: after some failures in a row it admits no calls for a while, then a single one as
 * a trial. If that succeeds, all are admitted again; if it fails, none for twice as long.
 */
export class Breaker {
  private failures = 0;
  private pauseMs = FIRST_PAUSE_MS;
  /** Until when none is admitted, in milliseconds since 1970; undefined while all are. */
  private until?: number;
  private trying = false;

  /** `changed` is called when it opens, with the reason and the milliseconds, and when it closes. */
  constructor(
    private readonly clock: Clock,
    private readonly changed: (opened?: { why: string; ms: number }) => void,
  ) {}

  /** Whether a call is admitted now. */
  get admits(): boolean {
    if (this.until === undefined) return true;
    const left = this.until - this.clock.now();
    // More than there ever is: the clock was set back.
    return !this.trying && (left <= 0 || left > MOST_PAUSE_MS);
  }

  /** Begins a call that was admitted. */
  begin(): Trial {
    const isTrial = this.until !== undefined;
    this.trying = isTrial;
    return {
      succeeded: () => this.close(),
      failed: (why, retryAfterMs = 0) => this.failed(isTrial, why, retryAfterMs),
      abandoned: () => {
        if (isTrial) this.trying = false;
      },
    };
  }

  private close(): void {
    const wasOpen = this.until !== undefined;
    Object.assign(this, { failures: 0, pauseMs: FIRST_PAUSE_MS, until: undefined, trying: false });
    if (wasOpen) this.changed();
  }

  private failed(isTrial: boolean, why: string, retryAfterMs: number): void {
    // It began before the breaker opened: that has been counted.
    if (!isTrial && this.until !== undefined) return;
    this.failures++;
    const isLong = retryAfterMs >= FIRST_PAUSE_MS;
    if (!isTrial && !isLong && this.failures < MOST_FAILURES) return;
    if (isTrial) this.pauseMs = Math.min(this.pauseMs * 2, MOST_PAUSE_MS);
    const ms = Math.min(Math.max(this.pauseMs, retryAfterMs), MOST_PAUSE_MS);
    this.until = this.clock.now() + ms;
    this.trying = false;
    if (!isTrial) this.changed({ why, ms });
  }
}
