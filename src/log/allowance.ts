import type { Clock } from '../clock.js';

const MINUTE = 60_000;

/** So many a minute, and a count of those that were too many. */
export class Allowance {
  #since = -Infinity;
  #used = 0;
  #denied = 0;

  constructor(
    private readonly clock: Clock,
    private readonly perMinute: number,
  ) {}

  /** Takes one; false when this minute's are used up. */
  take(): boolean {
    const now = this.clock.now();
    if (now - this.#since >= MINUTE) [this.#since, this.#used] = [now, 0];
    if (this.#used < this.perMinute) return !!++this.#used;
    this.#denied++;
    return false;
  }

  /** How many got none since this was last asked. */
  denied(): number {
    const denied = this.#denied;
    this.#denied = 0;
    return denied;
  }
}
