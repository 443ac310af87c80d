/** A node chooses among at most so many times the mailboxes that it wants. */
const WIDEST = 8;

/**
 * Decides among how many due mailboxes a node chooses. Nodes that claim at the same time would all
 * take the earliest, of which each gets a few only. Who loses mailboxes to others chooses at random
 * among more of the earliest from then on; who loses none, among fewer, and a node alone takes them
 * in their order.
 */
export class Spread {
  private width = 1;

  constructor(private readonly random = Math.random) {}

  /** How many of the earliest a node reads that wants `limit`. */
  among(limit: number): number {
    return Math.ceil(limit * this.width);
  }

  /** Chooses at most `limit` of them, in their order. */
  choose<T>(earliest: T[], limit: number): T[] {
    const all = earliest.map((one, place) => ({
      one,
      place,
      lot: this.random() * (1 + place / limit),
    }));
    const chosen = all.sort((a, b) => a.lot - b.lot).slice(0, limit);
    return chosen.sort((a, b) => a.place - b.place).map(({ one }) => one);
  }

  /** Learns how many of the mailboxes that a node chose it got. */
  learn(chosen: number, got: number): void {
    const factor = got < chosen ? 2 - got / chosen : 0.9;
    this.width = Math.min(WIDEST, Math.max(1, this.width * factor));
  }
}
