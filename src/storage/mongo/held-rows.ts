import { StorageError } from '../storage.error.js';

/** MongoDB: error 50, MaxTimeMSExpired. */
const OUT_OF_TIME = 50;

/** Milliseconds for which a row that was found held is left alone. */
const LEFT_ALONE = 5000;

/** Another transaction has what this one needs, for longer than it would wait. */
export class BusyRowsError extends StorageError {
  constructor() {
    super('MongoDB has these rows in another transaction.');
  }
}

/** Whether the server ended an operation because its `maxTimeMS` were over. */
function isOutOfTime(error: unknown): boolean {
  return (error as { code?: unknown }).code === OUT_OF_TIME;
}

/**
 * Runs `write`, which must have a `maxTimeMS`, for all of `ids`; when it runs out of time, for each
 * alone, so that a row that is held keeps back no other. The sum of what it counted.
 */
export async function writeFree(
  ids: string[],
  write: (ids: string[]) => Promise<number>,
  alone = (id: string) => write([id]),
): Promise<number> {
  try {
    return await write(ids);
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    const counts = await Promise.allSettled(ids.map(alone));
    return counts.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
  }
}

/**
 * Rows that another transaction holds: one that a hang or a cut line left open does so for a
 * minute, and a write outside a transaction waits for that in the server. What is known to be held
 * is left alone for a while, so that the wait isn't begun again and again.
 */
export class HeldRows {
  private readonly until = new Map<string, number>();

  get ids(): string[] {
    const now = performance.now();
    for (const [id, until] of this.until) if (until <= now) this.until.delete(id);
    return [...this.until.keys()];
  }

  /** Runs `write`, which must have a `maxTimeMS`. Throws a `BusyRowsError` when the row is held. */
  async write<T>(id: string, write: () => Promise<T>): Promise<T> {
    if (this.ids.includes(id)) throw new BusyRowsError();
    try {
      return await write();
    } catch (error) {
      if (!isOutOfTime(error)) throw error;
      this.until.set(id, performance.now() + LEFT_ALONE);
      throw new BusyRowsError();
    }
  }
}
