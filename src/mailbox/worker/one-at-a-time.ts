/**
 * Runs a piece of work on demand, and never two runs at the same time. A call during a run makes
 * exactly one more run follow it.
 */
export class OneAtATime {
  private running?: Promise<void>;
  private again = false;

  /** `work` must not throw. */
  constructor(private readonly work: () => Promise<void>) {}

  /** Starts a run now, or after the current one. */
  run(): void {
    this.again = true;
    this.running ??= this.runAll();
  }

  /** Resolves when the current run, and the one that follows it, have ended. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async runAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.work();
    }
    // At once after the last look at `again`: a call in between would start nothing.
    this.running = undefined;
  }
}
