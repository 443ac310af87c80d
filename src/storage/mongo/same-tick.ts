/**
 * Calls of one turn of the event loop, run as one: what the messages of a batch ask one by one
 * costs one command. `run` answers in the order of what it was given, with an error for an item
 * that alone failed.
 */
export class SameTick<In, Out> {
  private waiting: {
    item: In;
    resolve(out: Out): void;
    reject(error: unknown): void;
  }[] = [];

  constructor(private readonly run: (items: In[]) => Promise<(Out | Error)[]>) {}

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
