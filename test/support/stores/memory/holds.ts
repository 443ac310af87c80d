import type { LineId } from '../../../../src/config/lines/line.js';
import {
  HoldStore,
  type Hold,
  type Refusal,
  type Tended,
} from '../../../../src/mailbox/holds/hold.store.js';

/** Holds in memory. Nobody waits for their end: a test names the probes. */
export class MemoryHolds extends HoldStore {
  private readonly held = new Map<LineId | undefined, Hold>();

  /** The account's, or a line's. */
  of(line?: LineId): Hold | undefined {
    return this.held.get(line);
  }

  /** Lets a conversation try, as `tend` does when it is time. */
  letTry(probe: string, line?: LineId): void {
    this.held.set(line, { ...this.held.get(line)!, probe });
  }

  async all(): Promise<Hold[]> {
    return [...this.held.values()];
  }

  async hold({ line, error, heardBy, tryInMs, again }: Refusal): Promise<Hold> {
    const known = this.held.get(line);
    if (known && !again && !known.sid) return known;
    const { since = 0, refusals = 0 } = known ?? {};
    const named = line === undefined ? {} : { line };
    const hold = { ...named, ...error, since, heardBy, tryAt: tryInMs, refusals: refusals + 1 };
    this.held.set(line, hold);
    return hold;
  }

  async postpone(line: LineId | undefined, tryInMs: number, sid?: string): Promise<void> {
    this.held.set(line, { ...this.held.get(line)!, tryAt: tryInMs, sid });
  }

  async lift(line: LineId | undefined): Promise<void> {
    this.held.delete(line);
  }

  async tend(): Promise<Tended> {
    return { holds: await this.all(), woken: 0 };
  }

  async tryNow(): Promise<boolean> {
    return false;
  }

  async waiting(): Promise<number> {
    return 0;
  }
}
