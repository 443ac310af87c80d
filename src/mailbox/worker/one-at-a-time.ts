/**
 * Work that is asked for again and again and never runs twice at once: a call while it runs makes
 * one more run follow.
 */
export class OneAtATime {
  private running?: Promise<void>;
  private again = false;

  /** `work` must not throw. */
  constructor(private readonly work: () => Promise<void>) {}

  /** Runs it now, or once more after the run that is under way. */
  run(): void {
    this.again = true;
    this.running ??= this.runAll().finally(() => (this.running = undefined));
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async runAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.work();
    }
  }
}
