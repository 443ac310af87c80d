import type { Action, Entry, Link, Result } from './audit.entry.js';

/** So many entries are kept at most, two for an action; the oldest go first, in lots. */
export const MOST_ENTRIES = 200_000;
/** Each so many entries the oldest are looked for. */
export const LOT = 1000;

export interface AuditFilter {
  name?: string;
  action?: string;
  target?: string;
}

/** An action with what came of it; without a result where the process ended before, or it still runs. */
export interface Audited {
  seq: number;
  action: Action;
  result?: Result;
}

/** Keeps what was done, in its order. Entries are added, never changed. */
export abstract class AuditStore {
  /** Adds an entry behind the last one. It is durable once this resolves. */
  abstract append(entry: Entry, key: string): Promise<void>;

  /** Actions, the latest first, from before the one with this number. */
  abstract page(filter: AuditFilter, limit: number, before?: number): Promise<Audited[]>;

  /** The chain's links behind this number, in their order. */
  abstract links(after: number, limit: number): Promise<Link[]>;
}
