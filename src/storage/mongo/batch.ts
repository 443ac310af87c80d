import { StorageError } from '../storage.error.js';

/** A second batch is written at the same time when at least so many items wait. */
const SECOND_BATCH_FROM = 20;
/** When so many items wait, new ones are refused: a new one would time out before its turn. */
const MOST_WAITING = 50_000;
const TOO_MANY = 'Too much waits to be written.';

/**
 * Milliseconds that an item may wait. Twilio waits 15 s for a webhook's answer, and should get
 * ours, a refusal, before that.
 */
const PATIENCE = 10_000;
const TOO_SLOW = 'MongoDB did not answer in time.';

interface Waiting<In, Out> extends Call<In, Out> {
  done(): void;
}

/**
 * Writes items in batches: those that arrive while a batch is written make the next one. `write`
 * returns its results in the order of its items, with an error for an item that failed alone.
 */
export class Batch<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private running = 0;

  constructor(
    private readonly write: (items: In[]) => Promise<(Out | Error)[]>,
    private readonly most = 500,
    private readonly patience = PATIENCE,
  ) {}

  /**
   * Adds an item, and resolves with its result. Rejects with a `StorageError` when too many items
   * wait, or when this one has waited too long; it may be written later all the same.
   */
  add(item: In): Promise<Out> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new StorageError(TOO_SLOW)), this.patience);
      const done = () => clearTimeout(late);
      this.waiting.push({ item, resolve, reject, done });
      const { length } = this.waiting;
      if (length === 1 || length === SECOND_BATCH_FROM) setImmediate(() => this.next());
    });
  }

  /**
   * Starts a batch, if fewer than two run and enough items wait. While the first batch waits for
   * the server's disk, the server can check a second one. For a few items that isn't worth it: the
   * commands of a batch cost more than the items in it.
   */
  private next(): void {
    const wanted = [1, SECOND_BATCH_FROM][this.running];
    if (wanted === undefined || this.waiting.length < wanted) return;
    this.running++;
    let counted = true;
    const end = () => {
      if (counted) this.running--;
      counted = false;
      this.next();
    };
    // A batch that hangs no longer counts: its callers have been refused by then.
    const late = setTimeout(end, this.patience);
    void this.run(this.waiting.splice(0, this.most)).finally(() => {
      clearTimeout(late);
      end();
    });
  }

  private async run(batch: typeof this.waiting): Promise<void> {
    await runTogether(batch, this.write);
    for (const { done } of batch) done();
  }
}

/** A call that waits for what becomes of its item. */
export interface Call<In, Out> {
  item: In;
  resolve(out: Out): void;
  reject(error: unknown): void;
}

/**
 * Runs the calls as one and settles each of them. `run` returns results in the order of the items,
 * with an error for an item that alone failed; when it throws, all calls fail.
 */
export async function runTogether<In, Out>(
  calls: Call<In, Out>[],
  run: (items: In[]) => Promise<(Out | Error)[]>,
): Promise<void> {
  try {
    const results = await run(calls.map(({ item }) => item));
    for (const [index, { resolve, reject }] of calls.entries()) {
      const result = results[index];
      if (result instanceof Error) reject(result);
      else resolve(result);
    }
  } catch (error) {
    for (const { reject } of calls) reject(error);
  }
}
