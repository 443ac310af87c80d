/** Lets only so many in at a time. The others wait in the order in which they came. */
export class UploadPlaces {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  /** Resolves once there is a place, with what gives it to the next one. Give it back once. */
  async take(): Promise<() => void> {
    if (this.taken < this.places) this.taken++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    return () => this.giveBack();
  }

  private giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken--;
  }
}
