import { type Call, runTogether } from './batch.js';

/**
 * Gathers the calls of one turn of the event loop and runs them together, so that the calls for a
 * batch of messages cost one command. `run` returns its results in the order of its items, with an
 * error for an item that failed alone.
 */
export class SameTick<In, Out> {
  private waiting: Call<In, Out>[] = [];

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
    await runTogether(calls, this.run);
  }
}
