/** Milliseconds. Small corrections of the time delay nobody. */
const TOLERANCE_MS = 1000;

/**
 * The machine's time, and what it does while somebody corrects it. Beside it runs a steady clock,
 * which nobody sets, and which begins anew with each process.
 */
export class StoreClock {
  /** Tests replace these two. */
  wall: () => number = () => Date.now();
  steady: () => number = () => performance.now();
  private lastWall = this.wall();
  private lastSteady = this.steady();

  /**
   * Returns by how many milliseconds the time was set back since the last look. Where it was set
   * forward it returns 0: what is due is due earlier then.
   */
  setBackBy(): number {
    const [wall, steady] = [this.wall(), this.steady()];
    const back = Math.round(steady - this.lastSteady - (wall - this.lastWall));
    this.lastWall = wall;
    this.lastSteady = steady;
    return back > TOLERANCE_MS ? back : 0;
  }

  /** The same since a former process noted the time: it has noted one that is still to come. */
  setBackSince(noted: number): number {
    const back = noted - this.wall();
    return back > TOLERANCE_MS ? back : 0;
  }
}
