import type { ClientSession } from 'mongoose';
import type { Call } from './batch.js';
import type { Collections } from './collections.js';

/** So many items are committed together at most. */
const MOST = 64;

/** Milliseconds in which a group is run again that another transaction has crossed. */
const PATIENCE = 300;

/** Runs items in one transaction. Results are in the order of the items. */
type Run<Item, Result> = (
  items: Item[],
  session: ClientSession,
  again: boolean,
) => Promise<Result[]>;

/**
 * Commits what several workers write in one transaction: what comes while a group is committed makes
 * the next one. A group that fails, for whatever reason, is done item by item, so that a row that
 * another transaction holds, or one that can't be read, keeps nobody else waiting.
 */
export class GroupCommit<Item, Result> {
  private waiting: Call<Item, Result>[] = [];
  private running = false;

  /**
   * @param keyOf Items of one key are never in one group.
   * @param run `again`: a former try to commit these items failed, and may have succeeded all the
   * same, where only the server's answer was lost.
   */
  constructor(
    private readonly db: Collections,
    private readonly keyOf: (item: Item) => string,
    private readonly run: Run<Item, Result>,
  ) {}

  /** Resolves once the item is durable. Rejects with what its own transaction throws. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ item, resolve, reject }) === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.running || !this.waiting.length) return;
    this.running = true;
    void this.commit(this.group()).finally(() => {
      this.running = false;
      this.next();
    });
  }

  /** Takes the first items that wait, one of each key. */
  private group(): Call<Item, Result>[] {
    const group = new Map<string, Call<Item, Result>>();
    const left: Call<Item, Result>[] = [];
    for (const call of this.waiting) {
      const key = this.keyOf(call.item);
      if (group.size < MOST && !group.has(key)) group.set(key, call);
      else left.push(call);
    }
    this.waiting = left;
    return [...group.values()];
  }

  private async commit(calls: Call<Item, Result>[]): Promise<void> {
    const items = calls.map(({ item }) => item);
    try {
      const results = await this.db.transaction(
        (session) => this.run(items, session, false),
        PATIENCE,
      );
      calls.forEach(({ resolve }, at) => resolve(results[at]));
    } catch {
      // The next group doesn't wait for these.
      for (const call of calls) void this.alone(call);
    }
  }

  private async alone({ item, resolve, reject }: Call<Item, Result>): Promise<void> {
    try {
      const [result] = await this.db.transaction((session) => this.run([item], session, true));
      resolve(result);
    } catch (error) {
      reject(error);
    }
  }
}
