import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from './database.js';

const WORDS = 'words that were deleted';

let directory: string;
let db: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  db = new Database(join(directory, 'recado.sqlite'));
});
afterEach(() => {
  db.close();
  rmSync(directory, { recursive: true });
});

const left = () => readFileSync(join(directory, 'recado.sqlite')).includes(WORDS);

it('takes out the copies that SQLite leaves where it moves rows', () => {
  const ofLengths = Array.from({ length: 40 }, (_, n) => `t${n}`);
  for (const [n, table] of ofLengths.entries()) {
    db.exec(`CREATE TABLE ${table} (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT)`);
    db.begin();
    for (let seq = 0; seq < 200; seq++)
      db.run(`INSERT INTO ${table} VALUES (:seq, :id, :body)`, {
        seq,
        // In no order, as ids are.
        id: `${(seq * 7919) % 200}-${seq}`,
        body: seq < 18 ? `${WORDS} `.repeat(1 + n) : 'of somebody else',
      });
    db.run(`DELETE FROM ${table} WHERE seq < 18`);
    db.run('COMMIT');
  }
  db.emptyLog();
  expect(left(), 'SQLite alone would do').toBe(true);
  db.rewrite();
  db.emptyLog();
  expect(left()).toBe(false);
});
