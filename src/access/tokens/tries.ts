import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { AddressCounts } from '../../http/edge/address-counts.js';
import { Problem } from '../../http/problems/problem.js';

/** Wrong tries that one address has a minute. */
const WRONG_A_MINUTE = 10;
/** Wrong tries that all addresses have together, but those that were right before. */
const ALL_A_MINUTE = 1000;
/** So many addresses are known to have been right. */
const MOST_KNOWN = 1000;

/** Bounds how often somebody may guess a code or a token, at the console and at the API together. */
@Injectable()
export class Tries {
  private readonly wrong: AddressCounts;
  private readonly known = new Set<string>();

  constructor(clock: Clock) {
    this.wrong = new AddressCounts(clock);
  }

  /**
   * Runs a try, which tells whether it was right. It counts as a wrong one until it has ended, so that
   * many at once are no more than one after the other. Throws a `Problem` (429) when none is left.
   */
  async of(address: string, attempt: () => Promise<boolean>): Promise<boolean> {
    if (this.usedUp(address)) throw tooMany(this.wrong.leftMs());
    this.wrong.add(address, 1);
    let wrong = false;
    try {
      wrong = !(await attempt());
      if (!wrong) this.remember(this.wrong.nameOf(address));
      return !wrong;
    } finally {
      if (!wrong) this.wrong.add(address, -1);
    }
  }

  /** Whoever was right once isn't kept out by what others try. */
  private usedUp(address: string): boolean {
    if (this.wrong.of(address) >= WRONG_A_MINUTE) return true;
    return this.wrong.all >= ALL_A_MINUTE && !this.known.has(this.wrong.nameOf(address));
  }

  private remember(who: string): void {
    this.known.delete(who);
    this.known.add(who);
    const [oldest] = this.known;
    if (this.known.size > MOST_KNOWN) this.known.delete(oldest);
  }
}

function tooMany(left: number): Problem {
  const headers = { 'Retry-After': String(Math.ceil(left / 1000)) };
  const detail =
    'Too many wrong tries: wait a minute, then try the right token, or a new link (`npx recado login`).';
  return new Problem(429, 'Too Many Requests', detail, { headers });
}
