import { isIP } from 'node:net';
import type { Clock } from '../../clock.js';

const MINUTE = 60_000;
/** From so many addresses in one minute, all further ones count as one. */
const MOST_ADDRESSES = 10_000;

/** Counts something by the address of who does it, for a minute. */
export class AddressCounts {
  private since = -Infinity;
  private readonly counts = new Map<string, number>();
  private sum = 0;

  constructor(private readonly clock: Clock) {}

  /** Adds to an address's count of this minute, and returns it. */
  add(address: string, by: number): number {
    this.leftMs();
    const who = this.nameOf(address);
    const count = Math.max(0, (this.counts.get(who) ?? 0) + by);
    this.counts.set(who, count);
    this.sum = Math.max(0, this.sum + by);
    return count;
  }

  /** An address's count of this minute. */
  of(address: string): number {
    this.leftMs();
    return this.counts.get(this.nameOf(address)) ?? 0;
  }

  /** The counts of this minute together. */
  get all(): number {
    this.leftMs();
    return this.sum;
  }

  /** Milliseconds until a new minute begins. */
  leftMs(): number {
    const left = this.since + MINUTE - this.clock.now();
    if (left > 0 && left <= MINUTE) return left;
    this.since = this.clock.now();
    this.counts.clear();
    this.sum = 0;
    return MINUTE;
  }

  /** As whose its counts stand: an address, its network, or `others`. */
  nameOf(address: string): string {
    const name = isIP(address) === 6 ? networkOf(address) : address;
    return this.counts.has(name) || this.counts.size < MOST_ADDRESSES ? name : 'others';
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
