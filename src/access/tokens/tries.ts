import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Problem } from '../../http/problems/problem.js';

const MINUTE = 60_000;
/** Wrong tries that one address has a minute. */
const WRONG_A_MINUTE = 10;
/** Wrong tries that all addresses have together, but those that were right before. */
const ALL_A_MINUTE = 1000;
/** So many addresses are known to have been right. */
const MOST_KNOWN = 1000;
/** From so many addresses in one minute, all further ones count as one. */
const MOST_ADDRESSES = 10_000;

/** Bounds how often somebody may guess a code or a token, at the console and at the API together. */
@Injectable()
export class Tries {
  private since = -Infinity;
  private readonly wrong = new Map<string, number>();
  private all = 0;
  private readonly known = new Set<string>();

  constructor(private readonly clock: Clock) {}

  /**
   * Runs a try, which tells whether it was right. It counts as a wrong one until it has ended, so that
   * many at once are no more than one after the other. Throws a `Problem` (429) when none is left.
   */
  async of(address: string, attempt: () => Promise<boolean>): Promise<boolean> {
    const left = this.since + MINUTE - this.clock.now();
    if (left <= 0 || left > MINUTE) this.beginMinute();
    const who = this.nameOf(address);
    if (this.usedUp(who)) throw tooMany(left > 0 && left <= MINUTE ? left : MINUTE);
    this.count(who, 1);
    let wrong = false;
    try {
      wrong = !(await attempt());
      if (!wrong) this.remember(who);
      return !wrong;
    } finally {
      if (!wrong) this.count(who, -1);
    }
  }

  private beginMinute(): void {
    this.since = this.clock.now();
    this.wrong.clear();
    this.all = 0;
  }

  /** Whoever was right once isn't kept out by what others try. */
  private usedUp(who: string): boolean {
    if ((this.wrong.get(who) ?? 0) >= WRONG_A_MINUTE) return true;
    return this.all >= ALL_A_MINUTE && !this.known.has(who);
  }

  private remember(who: string): void {
    this.known.delete(who);
    this.known.add(who);
    const [oldest] = this.known;
    if (this.known.size > MOST_KNOWN) this.known.delete(oldest);
  }

  private count(who: string, by: number): void {
    this.wrong.set(who, Math.max(0, (this.wrong.get(who) ?? 0) + by));
    this.all = Math.max(0, this.all + by);
  }

  private nameOf(address: string): string {
    const name = isIP(address) === 6 ? networkOf(address) : address;
    return this.wrong.has(name) || this.wrong.size < MOST_ADDRESSES ? name : 'others';
  }
}

/** A household has all addresses of such a network (/64), and may use another one for each try. */
function networkOf(address: string): string {
  if (address.includes('.')) return address;
  const [head, tail = ''] = address.split('%')[0].split('::');
  const [before, after] = [head, tail].map((part) => (part ? part.split(':') : []));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = address.includes('::') ? [...before, ...zeros, ...after] : before;
  return groups.slice(0, 4).join(':');
}

function tooMany(left: number): Problem {
  const headers = { 'Retry-After': String(Math.ceil(left / 1000)) };
  const detail =
    'Too many wrong tries: wait a minute, then try the right token, or a new link (`npx recado login`).';
  return new Problem(429, 'Too Many Requests', detail, { headers });
}
