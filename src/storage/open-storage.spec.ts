import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { Env, EnvError } from '../env/env.js';
import { keptFile } from '../env/data-dir.js';
import { ofSimulator, openStorage, withoutCredentials } from './open-storage.js';
import { simulatorMode } from '../config/simulator-mode.js';
import type { SqliteStorage } from './storage.js';

let directory: string;
const env = (values: Partial<Env> = {}) =>
  Object.assign(new Env(), { DATA_DIR: join(directory, 'data'), ...values });
const open = async (values: Partial<Env> = {}, simulator = false) =>
  (await openStorage(env(values), simulator)) as SqliteStorage;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(() => rmSync(directory, { recursive: true }));

test('an address of MongoDB that says something against what is promised is refused in one line', async () => {
  const MONGODB_URI = 'mongodb://who:a-password@db/recado?readPreference=secondaryPreferred';
  const refused = (await open({ MONGODB_URI }).catch((error: Error) => error)) as Error;
  expect(refused).toBeInstanceOf(EnvError);
  expect(refused.message).toBe(
    'MONGODB_URI cannot be used: take readPreference=secondaryPreferred out: ' +
      'Recado reads from the primary',
  );
});

describe('opening the embedded store', () => {
  it('makes a directory that nobody else may read, the simulator one of its own', async () => {
    for (const [simulator, path] of [
      [false, ''],
      [true, 'simulator'],
    ] as const) {
      const storage = await open({}, simulator);
      const place = join(directory, 'data', path);
      expect(storage.place).toBe(join(place, 'recado.sqlite'));
      expect(statSync(place).mode & 0o777).toBe(0o700);
      await storage.sqlite.close();
    }
  });

  it('refuses a directory that another process has, in one line', async () => {
    const first = await open();
    const refused = (await open().catch((error: Error) => error)) as Error;
    expect(refused).toBeInstanceOf(EnvError);
    expect(refused.message).toBe(
      `DATA_DIR ${env().DATA_DIR} is used by another Recado process; ` +
        'stop it, or give this one another DATA_DIR',
    );
    await first.sqlite.close();
    await (await open()).sqlite.close();
  });

  it('refuses a file of a newer version, in one line', async () => {
    const { sqlite, place } = await open();
    await sqlite.close();
    const db = new DatabaseSync(place);
    db.exec('PRAGMA user_version = 999');
    db.close();
    await expect(open()).rejects.toThrow(/^DATA_DIR: .*recado\.sqlite.* newer Recado[^\n]*$/);
  });

  it('names the lock when it is that which cannot be opened', async () => {
    mkdirSync(join(directory, 'data', 'recado.lock'), { recursive: true });
    await expect(open()).rejects.toThrow(/^DATA_DIR: .*recado\.lock cannot be opened: [^\n]*$/);
  });

  it('says of a damaged file that it is, also where it is only looked at', async () => {
    mkdirSync(join(directory, 'data'));
    writeFileSync(join(directory, 'data', 'recado.sqlite'), 'no database'.repeat(100));
    const damaged = /^DATA_DIR: .*recado\.sqlite is damaged \(.*\): put back a backup of it$/;
    await expect(open()).rejects.toThrow(damaged);
    expect(() => simulatorMode(env())).toThrow(damaged);
  });

  it('refuses a place where no directory can be', async () => {
    keptFile(join(directory, 'file'), () => 'text');
    const DATA_DIR = join(directory, 'file', 'data');
    await expect(open({ DATA_DIR })).rejects.toThrow(/^DATA_DIR: .* cannot be used \(ENOTDIR\)$/);
  });
});

describe('a kept file', () => {
  it('is made once, for its owner only', () => {
    const file = join(directory, 'data', 'token');
    expect(keptFile(file, () => 'one')).toBe('one');
    expect(keptFile(file, () => 'two')).toBe('one');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not taken empty', () => {
    keptFile(join(directory, 'token'), () => '');
    expect(() => keptFile(join(directory, 'token'), () => 'two')).toThrow(/token is empty/);
  });
});

describe('simulator mode', () => {
  const SID = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` };

  it('is on by itself only where nothing real can be meant', () => {
    expect(simulatorMode(env())).toBe(true);
    expect(simulatorMode(env({ HOST: '0.0.0.0' }))).toBe(false);
    expect(simulatorMode(env({ MONGODB_URI: 'mongodb://db' }))).toBe(false);
    expect(simulatorMode(env(SID))).toBe(false);
    expect(simulatorMode(env({ TWILIO_AUTH_TOKEN: 'token' }))).toBe(false);
  });

  it('is as it is told', () => {
    expect(simulatorMode(env({ SIMULATOR: 'on', HOST: '0.0.0.0', ...SID }))).toBe(true);
    expect(simulatorMode(env({ SIMULATOR: 'off' }))).toBe(false);
  });

  it('looks for stored credentials in the real store, also in one that was never closed', async () => {
    const { sqlite, place } = await open();
    expect(simulatorMode(env())).toBe(true);
    const store = (value: string) => {
      const db = new DatabaseSync(place);
      db.exec(`INSERT OR REPLACE INTO settings (name, value) VALUES ('bot_config', '${value}')`);
      db.close();
    };
    store('{"fields":{"bot_name":"Ana"}}');
    expect(simulatorMode(env())).toBe(true);
    store('{"fields":{"twilio_auth_token":"v1.sealed"}}');
    expect(simulatorMode(env())).toBe(false);
    await sqlite.close();
    const files = readdirSync(join(directory, 'data'));
    expect(simulatorMode(env())).toBe(false);
    expect(readdirSync(join(directory, 'data'))).toEqual(files);
  });

  it('reads a file of whatever name', async () => {
    const DATA_DIR = join(directory, 'a b%20?c#ñ');
    const { sqlite } = await open({ DATA_DIR });
    await sqlite.close();
    expect(simulatorMode(env({ DATA_DIR }))).toBe(true);
  });
});

describe('an address of MongoDB', () => {
  it('gets a database of its own for the simulator, and keeps where its user is known', () => {
    expect(ofSimulator('mongodb://db')).toBe('mongodb://db/test_simulator');
    expect(ofSimulator('mongodb://a,b:27018/recado?replicaSet=rs0')).toBe(
      'mongodb://a,b:27018/recado_simulator?replicaSet=rs0',
    );
    expect(ofSimulator('mongodb+srv://u:p%40@db/recado')).toBe(
      'mongodb+srv://u:p%40@db/recado_simulator?authSource=recado',
    );
    expect(ofSimulator('mongodb://u:p@db/recado?authSource=admin')).toBe(
      'mongodb://u:p@db/recado_simulator?authSource=admin',
    );
  });

  it('is shown without credentials', () => {
    expect(withoutCredentials('mongodb://user:secret@a,b/recado?tls=true')).toBe(
      'mongodb://a,b/recado',
    );
    expect(withoutCredentials('nonsense:secret')).toBe('MongoDB');
  });
});
