import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite';

import { copy, type CopyProgress } from './copy.js';
import { StoreClock } from './time/store-clock.js';

type Row = Record<string, any>;
type Values = Record<string, SQLInputValue>;
/** A prepared statement, the names of its parameters in their order, and whether it may write. */
type Statement = { native: StatementSync; names: string[]; writes: boolean };

/** KiB of SQLite's page cache. */
const CACHE_KIB = 16 * 1024;
/** Pages of 4 KiB: the write-ahead log is copied into the file when it has grown to 40 MB. */
const WAL_PAGES = 10_000;
const PAGE_BYTES = 4096;
/** A file of so many bytes is rewritten in about half a second, in which nothing else is written. */
const REWRITTEN_BYTES = 64 * 1024 * 1024;
/** Milliseconds to wait for a lock, which no other process should have. */
const PATIENCE_MS = 5000;

/**
 * The SQLite database as the steps use it, with statements that are prepared once and parameters
 * that have names (`:name`). It exists only in the threads of the writer and the reader.
 */
export class Database {
  private readonly statements = new Map<string, Statement>();
  private readonly native: DatabaseSync;
  /** How many transactions were begun. */
  transactions = 0;
  /** How many statements were run that may have changed something. */
  writes = 0;
  /** Where the time comes from. */
  readonly clock = new StoreClock();
  private readonly published = new Map<string, unknown>();

  constructor(file: string, { readOnly = false } = {}) {
    this.native = new DatabaseSync(file, { timeout: PATIENCE_MS, readOnly });
    if (readOnly) return;
    this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    // The ids are random, so that writes touch pages all over the file. With SQLite's defaults (2
    // MB of cache, checkpoints after 1000 pages) the same pages are read and copied again and
    // again.
    this.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${WAL_PAGES};`);
    // Somebody who reads for long lets the log grow. Afterwards its file is made small again.
    this.exec(`PRAGMA journal_size_limit = ${2 * WAL_PAGES * PAGE_BYTES}`);
    // By default SQLite leaves what is deleted or written over readable in the file until something
    // else is written there: of somebody who is erased, also what was written over long before.
    this.exec('PRAGMA secure_delete = ON');
    // Keeps the undo data of savepoints in memory. In a file it costs two writes for each page.
    this.exec('PRAGMA temp_store = MEMORY');
  }

  /** Returns the store's time, in milliseconds since 1970. All leases and due times use it. */
  now(): number {
    return this.clock.wall();
  }

  /** Begins a transaction that may write. */
  begin(): void {
    this.run('BEGIN IMMEDIATE');
    this.transactions++;
  }

  /** How many rows were changed since the file was opened. */
  get changes(): number {
    return this.get<{ n: number }>('SELECT total_changes() AS n')!.n;
  }

  /** Runs `read` on one state of the file, the newest one. */
  read<T>(read: () => T): T {
    this.run('BEGIN');
    try {
      return read();
    } finally {
      // SQLite ends it by itself where reading fails.
      if (this.inTransaction) this.run('COMMIT');
    }
  }

  /**
   * Copies the write-ahead log into the file and empties the log. Returns false when that can't be
   * done now because somebody reads the file: it waits for nobody.
   */
  emptyLog(): boolean {
    this.exec('PRAGMA busy_timeout = 0');
    try {
      return this.native.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!.busy === 0;
    } finally {
      this.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    }
  }

  /**
   * Writes a file of up to 64 MiB anew, which takes out of it what was deleted before. `secure_delete`
   * alone doesn't: where SQLite moves rows from page to page, copies of them stay between the rows.
   */
  rewrite(): void {
    const { page_count: pages } = this.native.prepare('PRAGMA page_count').get() as Row;
    if (pages * PAGE_BYTES <= REWRITTEN_BYTES) this.exec('VACUUM');
  }

  /** Runs statements without parameters that aren't worth preparing, such as pragmas. */
  exec(sql: string): void {
    this.writes++;
    this.native.exec(sql);
  }

  /** Runs a statement. Returns how many rows it changed. */
  run(sql: string, values: Values = {}): number {
    const { native, names } = this.statement(sql);
    return Number(native.run(...placed(names, values)).changes);
  }

  /** Returns the first row of a query, or undefined. */
  get<T = Row>(sql: string, values: Values = {}): T | undefined {
    const { native, names } = this.statement(sql);
    return native.get(...placed(names, values)) as T | undefined;
  }

  /** Returns all rows of a query. */
  all<T = Row>(sql: string, values: Values = {}): T[] {
    const { native, names } = this.statement(sql);
    return native.all(...placed(names, values)) as T[];
  }

  /** Defines a function that SQL may call for what it does; it gives nothing back. */
  define(name: string, call: (...values: SQLOutputValue[]) => void): void {
    this.native.function(name, { varargs: true }, (...values) => (call(...values), null));
  }

  /**
   * Publishes an event to the main thread once this step is durable. Of several events with the
   * same key, only the last is published.
   */
  publish(key: string, event: unknown): void {
    this.published.set(key, event);
  }

  /** The events that the current step has published. */
  get events(): unknown[] | undefined {
    return this.published.size ? [...this.published.values()] : undefined;
  }

  /** Drops the events of the step before, which may have failed. */
  clearEvents(): void {
    this.published.clear();
  }

  /** Whether a transaction is open. SQLite itself ends one after a failed write. */
  get inTransaction(): boolean {
    return this.native.isTransaction;
  }

  /** Copies the file, in steps between which others write. See `copy`. */
  copyTo(file: string, tell: (progress: CopyProgress) => void): Promise<void> {
    return copy(this.native, file, tell);
  }

  /** Closes the file. */
  close(): void {
    this.native.close();
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      const names: string[] = [];
      const nameless = sql.replace(PARAMETERS, (found, name?: string) =>
        name ? (names.push(name), '?') : found,
      );
      const writes = !/^\s*SELECT\b/i.test(sql);
      statement = { native: this.native.prepare(nameless), names, writes };
      this.statements.set(sql, statement);
    }
    if (statement.writes) this.writes++;
    return statement;
  }
}

/** Matches a parameter, and a quoted text, which contains no parameters. */
const PARAMETERS = /'[^']*'|:(\w+)/g;

/**
 * Orders the values for a statement: `node:sqlite` takes as long as a small statement to do that.
 */
function placed(names: string[], values: Values): SQLInputValue[] {
  return names.map((name) => values[name]);
}
