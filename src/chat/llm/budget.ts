/** Says that the time for an answer is over. */
export class BudgetExceeded extends Error {
  override name = 'BudgetExceeded';
}

/**
 * One time-out for all stages of an answer. `signal` aborts when the time is over or the caller's own
 * signal aborts; `timings` has the milliseconds that each stage took, all its runs together.
 */
export class Budget {
  readonly signal: AbortSignal;

  /** `ms`: the whole budget in milliseconds. */
  constructor(
    readonly ms: number,
    private readonly caller?: AbortSignal,
    private readonly startedAt = performance.now(),
    readonly timings: Record<string, number> = {},
  ) {
    const time = AbortSignal.timeout(Math.floor(this.left));
    this.signal = caller ? AbortSignal.any([time, caller]) : time;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return Math.max(0, this.ms - (performance.now() - this.startedAt));
  }

  /** A budget that ends so many milliseconds before this one; the timings of both are the same. */
  without(ms: number): Budget {
    return new Budget(this.ms - ms, this.caller, this.startedAt, this.timings);
  }

  /**
   * Runs a stage. Throws `BudgetExceeded` when the budget is used up before the stage ends, and the
   * reason of the caller's signal when that aborts.
   */
  async stage<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    let end: () => void = () => undefined;
    const over = new Promise<never>((_, reject) => (end = () => reject(this.signal.reason)));
    this.signal.addEventListener('abort', end);
    try {
      this.signal.throwIfAborted();
      return await Promise.race([work(this.signal), over]);
    } catch (error) {
      if (!this.signal.aborted) throw error;
      this.caller?.throwIfAborted();
      throw new BudgetExceeded(`${name} time-out after ${Math.round(this.ms)} ms`);
    } finally {
      this.signal.removeEventListener('abort', end);
      const before = this.timings[`${name}_ms`] ?? 0;
      this.timings[`${name}_ms`] = before + Math.round(performance.now() - startedAt);
      this.timings.total_ms = Math.round(performance.now() - this.startedAt);
    }
  }
}
