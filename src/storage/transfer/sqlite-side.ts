import type { DatabaseSync } from 'node:sqlite';
import type { ColumnInfo, Plan, TableInfo } from './plan.js';
import type { Row } from './rows.js';
import type { Target } from './sides.js';
import { PUT_INTO_INDEXES } from '../sqlite/found/found-at-commit.js';

/** All tables of a file, with their columns; none of SQLite's own. */
export function tablesOf(db: DatabaseSync): TableInfo[] {
  const named = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  return db
    .prepare(named)
    .all()
    .map(({ name }) => ({
      name: name as string,
      columns: db.prepare(`PRAGMA table_info(${name})`).all() as unknown as ColumnInfo[],
    }));
}

/** The SQLite file, for reading or for filling. */
export class SqliteSide implements Target {
  constructor(
    private readonly db: DatabaseSync,
    readonly place: string,
  ) {}

  async count({ table }: Plan): Promise<number> {
    return this.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()!.n as number;
  }

  async *read({ table, kept, difference }: Plan): AsyncIterable<Row> {
    const parent = difference.within?.parent;
    const order = parent ?? (kept.includes('seq') ? 'seq' : undefined);
    const sql = `SELECT ${kept.join(', ')} FROM ${table}${order ? ` ORDER BY ${order}` : ''}`;
    for (const row of this.db.prepare(sql).iterate() as Iterable<Row>)
      if (!difference.skipped?.(row)) yield { ...row };
  }

  async write({ table, kept }: Plan, rows: Row[]): Promise<void> {
    const marks = kept.map(() => '?').join(', ');
    const insert = this.db.prepare(`INSERT INTO ${table} (${kept.join(', ')}) VALUES (${marks})`);
    this.db.exec('BEGIN');
    try {
      for (const row of rows) insert.run(...kept.map((name) => row[name]));
      this.db.exec(PUT_INTO_INDEXES);
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw new Error(`${table}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** What is added later comes behind all that anything points at, also at what is gone. */
  async finish(): Promise<void> {
    this.db.exec(`UPDATE sqlite_sequence SET seq = max(seq,
      (SELECT IFNULL(max(read_seq), 0) FROM conversations)) WHERE name = 'messages'`);
  }
}
