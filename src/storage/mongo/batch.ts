import { StorageError } from '../storage.error.js';

/** More than this, and a caller is better off trying again. */
const MOST_WAITING = 50_000;
const TOO_MANY = 'Too much waits to be written.';

/**
 * Group commit for a server: what arrives while a batch is written goes into the next one.
 * `write` answers in the order of what it was given.
 */
export class Batch<In, Out> {
  private waiting: { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void }[] =
    [];
  private running = false;

  constructor(
    private readonly write: (items: In[]) => Promise<Out[]>,
    private readonly most = 500,
  ) {}

  add(item: In): Promise<Out> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  /** One at a time: the longer a batch takes, the more goes into the next. */
  private next(): void {
    if (this.running || !this.waiting.length) return;
    this.running = true;
    void this.run(this.waiting.splice(0, this.most)).finally(() => {
      this.running = false;
      this.next();
    });
  }

  private async run(batch: typeof this.waiting): Promise<void> {
    try {
      const results = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
