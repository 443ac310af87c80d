/**
 * Gathers the calls of one turn of the event loop and runs them together, so that the calls for a
 * batch of messages cost one command. `run` returns its results in the order of its items, with an
 * error for an item that failed alone.
 */
export class SameTick<In, Out> {
  private waiting: {
    item: In;
    resolve(out: Out): void;
    reject(error: unknown): void;
  }[] = [];

  constructor(private readonly run: (items: In[]) => Promise<(Out | Error)[]>) {}

  /** Adds a call, and resolves with its result. */
  call(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ item, resolve, reject }) === 1) process.nextTick(() => this.flush());
    });
  }

  private async flush(): Promise<void> {
    const calls = this.waiting;
    this.waiting = [];
    try {
      const results = await this.run(calls.map(({ item }) => item));
      for (const [index, { resolve, reject }] of calls.entries()) {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result);
      }
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }
}
