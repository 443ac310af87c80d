import type { Clock } from '../clock.js';

const MINUTE = 60_000;

/** Allows something a fixed number of times a minute, and counts the denials. */
export class Allowance {
  private since = -Infinity;
  private used = 0;
  private refused = 0;

  constructor(
    private readonly clock: Clock,
    private readonly perMinute: number,
  ) {}

  /** Takes one of this minute's allowances; false when they are used up. */
  take(): boolean {
    const now = this.clock.now();
    if (now - this.since >= MINUTE) [this.since, this.used] = [now, 0];
    if (this.used < this.perMinute) return !!++this.used;
    this.refused++;
    return false;
  }

  /** How often `take` returned false since the last call of this method. */
  denied(): number {
    const denied = this.refused;
    this.refused = 0;
    return denied;
  }
}
