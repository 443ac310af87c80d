import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemorySettings } from '../../../test/support/stores/settings.js';
import { Env, EnvError } from '../../env/env.js';
import { StorageError } from '../../storage/storage.error.js';
import { SecretKey } from './secret-key.js';

let directory: string;
let settings: MemorySettings;
const aKey = () => randomBytes(32).toString('base64');
const keyWith = (values: Partial<Env>) =>
  new SecretKey(Object.assign(new Env(), { DATA_DIR: directory, ...values }), settings);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  settings = new MemorySettings();
});
afterEach(() => rmSync(directory, { recursive: true }));

it('makes a key at the first start, for its owner only, and keeps it', async () => {
  const sealed = (await keyWith({}).secrets()).seal('a', 'place');
  const file = join(directory, 'secret-key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
  expect((await keyWith({}).secrets()).open(sealed, 'place').text).toBe('a');
});

it('takes the key that is given, and makes none', async () => {
  await keyWith({ SECRET_KEY: aKey() }).secrets();
  expect(() => statSync(join(directory, 'secret-key'))).toThrow('ENOENT');
});

it('stops for a wrong key with one line that holds no key', async () => {
  const [first, wrong] = [aKey(), aKey()];
  await keyWith({ SECRET_KEY: first }).secrets();
  const error = (await keyWith({ SECRET_KEY: wrong })
    .secrets()
    .catch((e: Error) => e)) as Error;
  expect(error).toBeInstanceOf(EnvError);
  expect(error.message).toMatch(/^SECRET_KEY is not the key .*SECRET_KEY_PREVIOUS[^\n]*$/);
  expect(error.message).not.toContain(wrong);
});

it('stops when the key file is lost, and makes no other in its place', async () => {
  await keyWith({}).secrets();
  const file = join(directory, 'secret-key');
  rmSync(file);
  await expect(keyWith({}).secrets()).rejects.toThrow(/^SECRET_KEY is needed: .*secret-key/);
  expect(() => statSync(file)).toThrow('ENOENT');
  writeFileSync(file, aKey());
  await expect(keyWith({}).secrets()).rejects.toThrow(/is not the key/);
  writeFileSync(file, 'nonsense');
  await expect(keyWith({}).secrets()).rejects.toThrow(/32 bytes/);
});

it('changes over from the previous key', async () => {
  const [old, next] = [aKey(), aKey()];
  await keyWith({ SECRET_KEY: old }).secrets();
  await keyWith({ SECRET_KEY: next, SECRET_KEY_PREVIOUS: old }).secrets();
  await keyWith({ SECRET_KEY: next }).secrets();
  await expect(keyWith({ SECRET_KEY: old }).secrets()).rejects.toThrow(EnvError);
});

it('lets the first of two processes decide', async () => {
  const both = [aKey(), aKey()].map((SECRET_KEY) => keyWith({ SECRET_KEY }).secrets());
  const results = await Promise.allSettled(both);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

it('asks again after the store was away', async () => {
  const key = keyWith({ SECRET_KEY: aKey() });
  settings.away = true;
  await expect(key.secrets()).rejects.toThrow(StorageError);
  settings.away = false;
  await expect(key.secrets()).resolves.toBeDefined();
});
