/** Failures in a row after which a server isn't asked for a while. */
const MOST_FAILURES = 3;
/** For how long, in milliseconds. Then one request tries whether it is there again. */
const PAUSE_MS = 30_000;

/** The time for a request was over. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Asks a server that an answer can do without: in little time, and not while it keeps failing. */
export class Circuit {
  private failures = 0;
  private closedUntil = -Infinity;

  /** `budgetMs`: milliseconds that one request may take. */
  constructor(
    private readonly budgetMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What the request gives; undefined when the server isn't asked now. Throws what it throws, or `TooSlow`. */
  async ask<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.now() < this.closedUntil) return undefined;
    if (this.failures >= MOST_FAILURES) this.closedUntil = this.now() + PAUSE_MS;
    const control = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TooSlow(`no answer within ${this.budgetMs} ms`));
        control.abort();
      }, this.budgetMs);
    });
    try {
      const answer = await Promise.race([request(control.signal), late]);
      this.failures = 0;
      this.closedUntil = -Infinity;
      return answer;
    } catch (error) {
      if (++this.failures >= MOST_FAILURES) this.closedUntil = this.now() + PAUSE_MS;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
