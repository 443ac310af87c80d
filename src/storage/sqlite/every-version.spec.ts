import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Database } from './database.js';
import { putIntoIndexes } from './found/found-at-commit.js';
import { due, migrate } from './migrate.js';

const NEWEST = due(0);
/** Tables whose rows a later migration drops or makes anew, by what its comment says. */
const NOT_KEPT = [
  'status_callbacks',
  'console_codes',
  'console_sessions',
  'senders',
  'daily_tokens',
];

interface Column {
  name: string;
  type: string;
  pk: number;
}

/** The tables that hold rows: none of an index, and none of SQLite's own. */
function tablesOf(db: Database): string[] {
  return db
    .all<{ name: string; type: string }>(
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main'",
    )
    .filter(({ name, type }) => type === 'table' && !/^sqlite_|^found_/.test(name))
    .map(({ name }) => name);
}

function countOf(db: Database, table: string): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
}

/** A value such as the column may have. Texts are JSON, which some of them must be. */
function valueOf({ name, type }: Column, row: number): string | number | null | Uint8Array {
  // One that waits is in no index yet.
  if (name === 'waiting') return null;
  if (type === 'BLOB') return new Uint8Array([row]);
  if (type === 'INTEGER' || type === 'REAL') return row;
  if (name === 'day') return `2026-11-0${row}`;
  if (name === 'wa_id') return `+1202555014${row}`;
  if (name === 'id' || name.endsWith('_id')) return `id-${row}`;
  if (['former_sids', 'questions', 'heard', 'sources'].includes(name)) return `["${name}-${row}"]`;
  return `"${name}-${row}"`;
}

function fill(db: Database): void {
  db.exec('PRAGMA foreign_keys = OFF');
  for (const table of tablesOf(db).filter((name) => name !== 'senders')) {
    const columns = db.all<Column>(`SELECT name, type, pk FROM pragma_table_info('${table}')`);
    const rows = table === 'account_hold' ? [1] : [1, 2];
    const names = columns.map(({ name }) => name);
    for (const row of rows) {
      const values = Object.fromEntries(columns.map((one) => [one.name, valueOf(one, row)]));
      // Not a row of its own: a conversation that was merged.
      if ('merged_into' in values && table === 'conversations') values.merged_into = 'id-1';
      db.run(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((one) => `:${one}`).join(', ')})`,
        values,
      );
    }
  }
  db.exec('PRAGMA foreign_keys = ON');
}

test.each(Array.from({ length: NEWEST }, (_, at) => at + 1))(
  'from version %i, with rows in every table: all of them are there, and the file is whole',
  (version) => {
    const directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const db = new Database(join(directory, 'recado.sqlite'));
    try {
      migrate(db, version);
      fill(db);
      const before = tablesOf(db).map((table) => [table, countOf(db, table)] as const);
      migrate(db);
      expect(db.get('PRAGMA user_version')).toEqual({ user_version: NEWEST });
      const after = new Set(tablesOf(db));
      for (const [table, count] of before.filter(([name]) => !NOT_KEPT.includes(name))) {
        expect([table, after.has(table)]).toEqual([table, true]);
        expect([table, countOf(db, table) >= count]).toEqual([table, true]);
      }
      const texts = db.all('SELECT id, text FROM messages ORDER BY id');
      expect(texts).toEqual([
        { id: 'id-1', text: '"text-1"' },
        { id: 'id-2', text: '"text-2"' },
      ]);
      expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      putIntoIndexes(db);
      db.exec("INSERT INTO found_messages (found_messages, rank) VALUES ('integrity-check', 1)");
      // What is made anew has the very tables of what was brought there.
      const fresh = new Database(join(directory, 'fresh.sqlite'));
      migrate(fresh);
      expect(tablesOf(db).toSorted()).toEqual(tablesOf(fresh).toSorted());
      fresh.close();
    } finally {
      db.close();
      rmSync(directory, { recursive: true });
    }
  },
);

test('a newer version is refused, and nothing is changed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const db = new Database(join(directory, 'recado.sqlite'));
  migrate(db);
  db.exec(`PRAGMA user_version = ${NEWEST + 1}`);
  expect(() => migrate(db)).toThrow(/made by a newer Recado: start that one/);
  expect(db.get('PRAGMA user_version')).toEqual({ user_version: NEWEST + 1 });
  db.close();
  rmSync(directory, { recursive: true });
});
