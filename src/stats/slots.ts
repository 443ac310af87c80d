import { emptySlot, type Slot, slotAt } from './slot.js';

/** Slots that are made as they are needed. */
export class Slots {
  private readonly all = new Map<number, Slot>();

  /** The slot that a time lies in. `ms`: milliseconds since 1970. */
  at(ms: number): Slot {
    const at = slotAt(ms);
    const known = this.all.get(at) ?? emptySlot(at);
    this.all.set(at, known);
    return known;
  }

  /** All that were needed, the oldest first. */
  inOrder(): Slot[] {
    return [...this.all.values()].sort((a, b) => a.at - b.at);
  }
}
