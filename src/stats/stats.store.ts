import type { Slot } from './slot.js';

/** Counts what became of messages, by half hours. */
export abstract class StatsStore {
  /**
   * The slots of the turns that were stored from `from` on and before `until`, in milliseconds since
   * 1970, the oldest first; a slot without a turn is left out. It reads every turn of that time.
   */
  abstract slots(from: number, until: number): Promise<Slot[]>;
}
