import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemorySettings } from '../../../test/support/stores/settings.js';
import { Env } from '../../env/env.js';
import { formerlyIn, replaceKept } from './key-files.js';
import { SecretKey } from './secret-key.js';

let directory: string;
let settings: MemorySettings;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  settings = new MemorySettings();
});
afterEach(() => rmSync(directory, { recursive: true }));

const aStart = () => new SecretKey(Object.assign(new Env(), { DATA_DIR: directory }), settings);
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

it('a key in a file is replaced, and the former ones stay beside it, the latest first', () => {
  const file = join(directory, 'secret-key');
  writeFileSync(file, 'one\n');
  for (const [n, next] of ['two', 'three'].entries()) replaceKept(file, next, at(n));
  expect(readFileSync(file, 'utf8')).toBe('three\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(formerlyIn(file)).toEqual(['two', 'one']);
  expect(formerlyIn(join(directory, 'none', 'secret-key'))).toEqual([]);
});

it('what was sealed before a change is opened after it, also by a later start', async () => {
  const running = aStart();
  const sealed = (await running.secrets()).seal('a', 'place');
  await running.change(at(1));
  for (const key of [running, aStart()]) {
    const secrets = await key.secrets();
    expect(secrets.open(sealed, 'place')).toEqual({ text: 'a', previous: true });
    expect(secrets.open(secrets.seal('b', 'place'), 'place').previous).toBe(false);
  }
});

it('wherever a change is cut off, the next start opens everything', async () => {
  const sealed = (await aStart().secrets()).seal('a', 'place');
  const file = join(directory, 'secret-key');
  const old = readFileSync(file, 'utf8').trim();
  // The former key is kept, and the file not replaced yet.
  writeFileSync(`${file}.until-20260101T120000000Z`, old);
  expect((await aStart().secrets()).open(sealed, 'place').text).toBe('a');
  // The file is replaced, and nothing is sealed anew yet.
  replaceKept(file, Buffer.alloc(32, 9).toString('base64'), at(2));
  writeFileSync(`${file}.partial`, 'half');
  const secrets = await aStart().secrets();
  expect(secrets.open(sealed, 'place')).toEqual({ text: 'a', previous: true });
  expect((await aStart().secrets()).names.key).toBe(secrets.names.key);
});

it('the next key opens, and seals nothing', async () => {
  const [old, next] = [1, 2].map((n) => Buffer.alloc(32, n).toString('base64'));
  const with_ = (values: Partial<Env>) =>
    new SecretKey(Object.assign(new Env(), { DATA_DIR: directory, ...values }), settings).secrets();
  await with_({ SECRET_KEY: old });
  const behind = await with_({ SECRET_KEY: old, SECRET_KEY_NEXT: next });
  const ahead = await with_({ SECRET_KEY: next, SECRET_KEY_PREVIOUS: old });
  expect(behind.open(ahead.seal('a', 'p'), 'p')).toEqual({ text: 'a', previous: false });
  expect(ahead.open(behind.seal('b', 'p'), 'p')).toEqual({ text: 'b', previous: true });
  // The check value is sealed by the next key now, and one that is behind starts all the same.
  await with_({ SECRET_KEY: old, SECRET_KEY_NEXT: next });
});
