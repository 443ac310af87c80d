import { StorageError } from '../storage.error.js';
import { isOutOfTime } from './errors.js';

/** How long a write waits for rows that may be held. All times are in milliseconds. */
interface Patience {
  /** The limit of a write to many rows. */
  together: number;
  /** The limit of a write to a single row that was held before. */
  alone: number;
  /** After a row was found to be held, nobody tries to write to it for so long. */
  rest: number;
}

const PATIENCE: Patience = { together: 2000, alone: 500, rest: 5000 };

/**
 * Another transaction holds the rows for longer than the caller waits. The caller may try again.
 */
export class BusyRowsError extends StorageError {
  constructor() {
    super('MongoDB has these rows in another transaction.');
  }
}

/** Writes to rows outside a transaction. Returns how many of the rows it found. */
type Write = (ids: string[], maxTimeMS: number) => Promise<number>;

/**
 * Writes to rows that another transaction may hold. After a hang, a cut connection or a killed
 * process, a transaction stays open for a minute or more, and the server has a write outside a
 * transaction wait for it. So each write has a time limit, a held row delays no other, and a row
 * that was found to be held is left alone for a while, so that not every call waits for it.
 */
export class HeldRows {
  /** When each row may be tried again. A row is removed once it was found to be free. */
  private readonly againAt = new Map<string, number>();

  constructor(private readonly patience = PATIENCE) {}

  /** The rows that are left alone now. */
  get resting(): string[] {
    return [...this.againAt.keys()].filter((id) => this.rests(id));
  }

  /** Call this when what held rows has been ended: all may be tried again. */
  forget(): void {
    this.againAt.clear();
  }

  /** Writes to one row. Throws a `BusyRowsError` while it is held. */
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

  /** Writes to all rows that aren't held. Returns how many rows were found. */
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

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
