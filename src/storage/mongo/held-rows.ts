import { StorageError } from '../storage.error.js';

/** MongoDB: error 50, MaxTimeMSExpired. */
const OUT_OF_TIME = 50;

/** Milliseconds. */
export interface Patience {
  /** How long rows are waited for together. */
  together: number;
  /** How long one is that is suspected. */
  alone: number;
  /** For how long a row that was found held is left alone. */
  rest: number;
}

const PATIENCE: Patience = { together: 2000, alone: 500, rest: 5000 };

/** Another transaction has what this one needs, for longer than it would wait. */
export class BusyRowsError extends StorageError {
  constructor() {
    super('MongoDB has these rows in another transaction.');
  }
}

/** Writes to rows, outside a transaction; counts those that it found. */
type Write = (ids: string[], maxTimeMS: number) => Promise<number>;

/**
 * Rows that another transaction holds. One that a hang, a cut line or the end of a process left
 * open does so for a minute or more, and a write outside a transaction waits for that in the
 * server. So writes have a limit, a row that is held keeps back no other, and it is left alone for
 * a while, so that the wait isn't begun again and again.
 */
export class HeldRows {
  /** By row, when it may be tried again; gone once it was found free. */
  private readonly againAt = new Map<string, number>();

  constructor(private readonly patience = PATIENCE) {}

  /** Those that are left alone now. */
  get resting(): string[] {
    return [...this.againAt.keys()].filter((id) => this.rests(id));
  }

  /** Throws a `BusyRowsError` when the row is held. */
  async write(id: string, write: Write, patience = this.patience.together): Promise<number> {
    if (this.rests(id)) throw new BusyRowsError();
    try {
      const found = await write([id], patience);
      this.againAt.delete(id);
      return found;
    } catch (error) {
      if (!isOutOfTime(error)) throw error;
      this.againAt.set(id, performance.now() + this.patience.rest);
      throw new BusyRowsError();
    }
  }

  /** The rest of them, when some are held. The sum of what `write` counted. */
  async writeAll(ids: string[], write: Write): Promise<number> {
    const free = ids.filter((id) => !this.againAt.has(id));
    const suspects = ids.filter((id) => this.againAt.has(id));
    const counts = await Promise.all([
      free.length ? this.together(free, write) : 0,
      this.eachAlone(suspects, write),
    ]);
    return sum(counts);
  }

  private async together(ids: string[], write: Write): Promise<number> {
    try {
      return await write(ids, this.patience.together);
    } catch (error) {
      if (!isOutOfTime(error)) throw error;
      return this.eachAlone(ids, write);
    }
  }

  private async eachAlone(ids: string[], write: Write): Promise<number> {
    const tried = await Promise.allSettled(
      ids.map((id) => this.write(id, write, this.patience.alone)),
    );
    return sum(tried.map((each) => (each.status === 'fulfilled' ? each.value : 0)));
  }

  private rests(id: string): boolean {
    return (this.againAt.get(id) ?? -Infinity) > performance.now();
  }
}

function isOutOfTime(error: unknown): boolean {
  return (error as { code?: unknown }).code === OUT_OF_TIME;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
