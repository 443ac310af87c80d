import {
  AccountStore,
  type HeardBy,
  type Hold,
  type Tended,
} from '../../../../src/mailbox/account/account.store.js';
import type { SendError } from '../../../../src/mailbox/turns/part.js';

/** A hold in memory. Nobody waits for it: a test names the probe. */
export class MemoryAccount extends AccountStore {
  held?: Hold;

  async find(): Promise<Hold | undefined> {
    return this.held;
  }

  async hold(error: SendError, heardBy: HeardBy, tryInMs: number, again: boolean): Promise<Hold> {
    const { since = 0, refusals = 0, sid } = this.held ?? {};
    if (!this.held || again || sid)
      this.held = { ...error, since, heardBy, tryAt: tryInMs, refusals: refusals + 1 };
    return this.held;
  }

  async postpone(tryInMs: number, sid?: string): Promise<void> {
    this.held = { ...this.held!, tryAt: tryInMs, sid };
  }

  async lift(): Promise<void> {
    this.held = undefined;
  }

  async tend(): Promise<Tended> {
    return { hold: this.held, woken: 0 };
  }

  async tryNow(): Promise<boolean> {
    return false;
  }

  async waiting(): Promise<number> {
    return 0;
  }
}
