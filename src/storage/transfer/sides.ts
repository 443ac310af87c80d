import type { Plan } from './plan.js';
import type { Row } from './rows.js';

/** One of the two stores, while nobody else uses it. */
export interface Side {
  /** Where it is, for a person. */
  readonly place: string;
  /** About how many rows of a table there are, to show how far it is. */
  count(plan: Plan): Promise<number>;
  /** The rows; those that stand within one document come together. */
  read(plan: Plan): AsyncIterable<Row>;
}

/** The store that is filled. Until `end`, it is no store that a start would take. */
export interface Target extends Side {
  write(plan: Plan, rows: Row[]): Promise<void>;
  /** Called once all rows are there, before they are compared. */
  finish(plans: Plan[]): Promise<void>;
}

/** So many rows are written together. */
export const AT_ONCE = 500;
