import { StorageError } from '../storage.error.js';

/** Items. */
const WORTH_A_SECOND = 20;
/** More than this, and a caller is better off trying again. */
const MOST_WAITING = 50_000;
const TOO_MANY = 'Too much waits to be written.';

/** Milliseconds, well inside the 15 s that Twilio waits: it is to hear that we couldn't. */
const PATIENCE = 10_000;
const TOO_SLOW = 'MongoDB did not answer in time.';

interface Waiting<In, Out> {
  item: In;
  resolve(out: Out): void;
  reject(error: unknown): void;
  done(): void;
}

/**
 * Group commit for a server: what arrives while a batch is written goes into the next one.
 * `write` answers in the order of what it was given, with an error for an item that alone failed.
 * Who has waited too long is refused, though what they brought may be written yet.
 */
export class Batch<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private running = 0;

  constructor(
    private readonly write: (items: In[]) => Promise<(Out | Error)[]>,
    private readonly most = 500,
    private readonly patience = PATIENCE,
  ) {}

  add(item: In): Promise<Out> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new StorageError(TOO_SLOW)), this.patience);
      const done = () => clearTimeout(late);
      this.waiting.push({ item, resolve, reject, done });
      const { length } = this.waiting;
      if (length === 1 || length === WORTH_A_SECOND) setImmediate(() => this.next());
    });
  }

  /**
   * A second one is read and checked while the first waits for the disk; not for a few items, as
   * the commands of a batch cost more than what is in it.
   */
  private next(): void {
    const wanted = [1, WORTH_A_SECOND][this.running];
    if (wanted === undefined || this.waiting.length < wanted) return;
    this.running++;
    let ours = true;
    const over = () => {
      if (ours) this.running--;
      ours = false;
      this.next();
    };
    // One that hangs is left to itself: who brought it has been refused by then.
    const late = setTimeout(over, this.patience);
    void this.run(this.waiting.splice(0, this.most)).finally(() => {
      clearTimeout(late);
      over();
    });
  }

  private async run(batch: typeof this.waiting): Promise<void> {
    try {
      const results = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      for (const { done } of batch) done();
    }
  }
}
