import { DEFAULT_LINE, type LineId } from '../../config/lines/line.js';
import type { HeardBy } from './hold.store.js';

/** So many people, refused in a row with the same code, mean that their line is refused. */
const SEVERAL = 3;

/** The code that refused the latest people of a line, each with the same one, and who they are. */
interface Streak {
  code: number;
  people: Set<string>;
}

/**
 * Counts on each line whom a code has refused in a row, where it may be the line's or the account's
 * and not the message's. Each process counts its own: a fault meets them all, and a shared count
 * would cost every send a write.
 */
export class Streaks {
  private readonly lines = new Map<string, Streak>();

  /** Notes a refusal. Returns whether the code has refused several people of the line by now. */
  refused(line: LineId | undefined, heardBy: HeardBy, person: string, code?: number): boolean {
    if (code === undefined) return false;
    const name = nameOf(line, heardBy);
    const before = this.lines.get(name);
    const people = before?.code === code ? before.people : new Set<string>();
    this.lines.set(name, { code, people: people.add(person) });
    return people.size >= SEVERAL && this.lines.delete(name);
  }

  /** Whether a line is suspected. */
  get any(): boolean {
    return this.lines.size > 0;
  }

  /** A message of the line went through. */
  broken(line: LineId | undefined, heardBy: HeardBy): void {
    this.lines.delete(nameOf(line, heardBy));
  }
}

const nameOf = (line: LineId = DEFAULT_LINE, heardBy: HeardBy) => `${line} ${heardBy}`;
