import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../src/storage/sqlite/database.js';
import { migrate } from '../../src/storage/sqlite/migrate.js';

const ROOT = join(import.meta.dirname, '../..');

/** The tables of SQLite, without its own ones. */
function tables(): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const db = new Database(join(directory, 'recado.sqlite'));
  migrate(db);
  const all = db.all<{ name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main'");
  const virtual = db.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE type = 'shadow'",
  );
  db.close();
  rmSync(directory, { recursive: true });
  const shadows = new Set(virtual.map(({ name }) => name));
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !shadows.has(name));
}

/** The collections of MongoDB, as their rows name them. */
function collections(): string[] {
  const rows = join(ROOT, 'src/storage/mongo/rows');
  const source = readdirSync(rows).map((name) => readFileSync(join(rows, name), 'utf8'));
  const opened = readFileSync(join(ROOT, 'src/storage/mongo/collections.ts'), 'utf8');
  const names = [
    ...source.join('').matchAll(/collection: '(\w+)'/g),
    ...opened.matchAll(/mongo\.model\('(\w+)'/g),
  ];
  return [...new Set(names.map(([, name]) => name))];
}

it('the operating guide says of each table and collection how long its rows are kept', () => {
  const guide = readFileSync(join(ROOT, 'docs/operating.md'), 'utf8');
  const section = /### What grows\n[^]*?\n## /.exec(guide)![0];
  const all = [...tables(), ...collections(), 'processes'];
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});
