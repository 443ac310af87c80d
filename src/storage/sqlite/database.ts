import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

type Row = Record<string, any>;
type Values = Record<string, SQLInputValue>;
/** `names`: of its parameters, in their order. */
type Statement = { native: StatementSync; names: string[] };

const CACHE_KIB = 16 * 1024;
/** Of 4 KiB: the log is copied into the file when it has grown to 40 MB. */
const WAL_PAGES = 10_000;

/**
 * What a step sees of SQLite: statements prepared once, named parameters (`:name`).
 * Lives in the writer's thread only.
 */
export class Database {
  private readonly statements = new Map<string, Statement>();
  private readonly native: DatabaseSync;
  /** How many transactions were begun. */
  transactions = 0;
  private readonly published = new Map<string, unknown>();

  constructor(file: string) {
    this.native = new DatabaseSync(file, { timeout: 5000 });
    this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    // Ids are random: each write touches pages all over the file. With SQLite's own 2 MB and 1000
    // pages they were written, read and copied back again and again.
    this.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${WAL_PAGES};`);
    // What a savepoint would have to undo goes to a file otherwise, two writes for each page.
    this.exec('PRAGMA temp_store = MEMORY');
  }

  /** The store's time, in milliseconds: leases and due times are counted by it alone. */
  now(): number {
    return Date.now();
  }

  begin(): void {
    this.run('BEGIN IMMEDIATE');
    this.transactions++;
  }

  exec(sql: string): void {
    this.native.exec(sql);
  }

  /** How many rows it changed. */
  run(sql: string, values: Values = {}): number {
    const { native, names } = this.statement(sql);
    return Number(native.run(...placed(names, values)).changes);
  }

  get<T = Row>(sql: string, values: Values = {}): T | undefined {
    const { native, names } = this.statement(sql);
    return native.get(...placed(names, values)) as T | undefined;
  }

  all<T = Row>(sql: string, values: Values = {}): T[] {
    const { native, names } = this.statement(sql);
    return native.all(...placed(names, values)) as T[];
  }

  /** News for the main thread, once what this step did is durable; of one subject the last counts. */
  publish(key: string, event: unknown): void {
    this.published.set(key, event);
  }

  /** What this step told. */
  get events(): unknown[] | undefined {
    return this.published.size ? [...this.published.values()] : undefined;
  }

  /** Another step begins; the one before may have failed. */
  clearEvents(): void {
    this.published.clear();
  }

  get inTransaction(): boolean {
    return this.native.isTransaction;
  }

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
      statement = { native: this.native.prepare(nameless), names };
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** A parameter; or a quoted text, in which there is none. */
const PARAMETERS = /'[^']*'|:(\w+)/g;

/** By their places: finding them by name costs as much as a small statement. */
function placed(names: string[], values: Values): SQLInputValue[] {
  return names.map((name) => values[name]);
}
