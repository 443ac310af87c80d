import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Problem } from '../../http/problems/problem.js';

const MINUTE = 60_000;
/** Wrong tries to sign in that one address has a minute. */
const WRONG_A_MINUTE = 10;
/** From so many addresses in one minute, all further ones count as one. */
const MOST_ADDRESSES = 10_000;

/** Bounds how often somebody may guess a code or the token. */
@Injectable()
export class Tries {
  private since = -Infinity;
  private readonly wrong = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /**
   * Runs a try, which tells whether it was right. It counts as a wrong one until it has ended, so that
   * many at once are no more than one after the other. Throws a `Problem` (429) when none is left.
   */
  async of(address: string, attempt: () => Promise<boolean>): Promise<boolean> {
    const left = this.since + MINUTE - this.clock.now();
    if (left <= 0 || left > MINUTE) this.beginMinute();
    const who = this.nameOf(address);
    if ((this.wrong.get(who) ?? 0) >= WRONG_A_MINUTE) throw tooMany(left);
    this.count(who, 1);
    let wrong = false;
    try {
      wrong = !(await attempt());
      return !wrong;
    } finally {
      if (!wrong) this.count(who, -1);
    }
  }

  private beginMinute(): void {
    this.since = this.clock.now();
    this.wrong.clear();
  }

  private count(who: string, by: number): void {
    this.wrong.set(who, Math.max(0, (this.wrong.get(who) ?? 0) + by));
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
  const detail = 'Too many wrong tries: wait a minute, then use a new link (`npx recado login`).';
  return new Problem(429, 'Too Many Requests', detail, { headers });
}
