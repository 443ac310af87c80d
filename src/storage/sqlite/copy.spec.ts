import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open } from '../../../test/support/stores/sqlite.fixture.js';
import { finish } from './copy.js';
import { Sqlite } from './sqlite.js';

const LONG = 'x'.repeat(100_000);
let directory: string;
let to: string;
let sqlite: Sqlite;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  to = join(directory, 'copy.sqlite');
  sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
});
afterEach(async () => {
  await sqlite.close();
  rmSync(directory, { recursive: true });
});

/** Something that takes many steps to copy. */
async function filled() {
  const steps = await open(sqlite);
  await Promise.all(Array.from({ length: 60 }, (_, n) => steps.put(`before-${n}`, LONG)));
  return steps;
}

const names = (file: string) => {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare('SELECT name FROM settings ORDER BY name').all();
  db.close();
  return rows.map(({ name }) => name);
};

test('a copy that is made under steady writes ends, and is whole', async () => {
  const steps = await filled();
  const state = { copied: false };
  const progress: number[] = [];
  const tell = ({ copied, pages }: { copied: number; pages: number }) =>
    progress.push(copied / pages);
  const copying = sqlite.backUp(to, tell).finally(() => (state.copied = true));
  let written = 0;
  while (!state.copied) await steps.put(`meanwhile-${written++}`, 'y');
  await copying;
  finish(to);
  const kept = names(to);
  expect(kept.filter((name) => `${name}`.startsWith('before-'))).toHaveLength(60);
  // Those that were written while it was made are in it without a gap, up to its end.
  const meanwhile = kept.filter((name) => `${name}`.startsWith('meanwhile-')).length;
  for (let n = 0; n < meanwhile; n++) expect(kept).toContain(`meanwhile-${n}`);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
});

test('nothing that is there is written over', async () => {
  await sqlite.backUp(to, () => undefined);
  await expect(sqlite.backUp(to, () => undefined)).rejects.toThrow('EEXIST');
  finish(to);
});

test('a copy ends with the process, and leaves nothing', async () => {
  await filled();
  const copying = sqlite.backUp(to, () => undefined).catch((error: Error) => error);
  await sqlite.close();
  const error = await copying;
  if (error) expect(readdirSync(directory)).not.toContain('copy.sqlite');
  else finish(to);
});

test('a copy that is damaged is told', async () => {
  await filled();
  await sqlite.backUp(to, () => undefined);
  const file = openSync(to, 'r+');
  for (let page = 2; page < 100; page++) writeSync(file, 'bad', page * 4096);
  closeSync(file);
  expect(() => finish(to)).toThrow();
});
