import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ADMIN_TOKEN, TestApp } from '../support/app.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { differing, ofMongo, ofSqlite } from './exported.js';
import { fill, RICH } from './rich-data.js';
import { type Ran, runHere } from './run.js';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
const root = mkdtempSync(join(tmpdir(), 'recado-'));
let nth = 0;
let made: Ran;
const newDirectory = () => mkdtempSync(join(root, `${++nth}-`));
afterAll(() => rmSync(root, { recursive: true }));

const run = (args: string[], env: NodeJS.ProcessEnv) =>
  runHere(args, { ADMIN_TOKEN, SECRET_KEY, SIMULATOR: 'off', MONGODB_URI: '', ...env });
const refused = async (says: RegExp, args: string[], env: NodeJS.ProcessEnv) =>
  expect(await run(args, env)).toEqual([1, '', expect.stringMatching(says)]);

describe('recado restore of SQLite', () => {
  const DATA_DIR = newDirectory();
  const backup = join(root, 'backup.sqlite');

  beforeAll(async () => {
    const app = await TestApp.start('sqlite', { DATA_DIR });
    await app.configure({ twilio_shared_keys: 'KY1=a-secret-of-the-key' });
    await app.admin('post', '/api/v1/chat', { text: 'What did I say?' }).expect(200);
    await app.close();
    made = await run(['backup', backup], { DATA_DIR });
  });

  it('is made of a store that has stopped', () =>
    expect(made).toEqual([0, expect.stringMatching(/MiB, checked/), '']));

  it('puts the backup in the place of the file, and says what it means', async () => {
    const other = newDirectory();
    const [code, stdout, stderr] = await run(['restore', backup], { DATA_DIR: other });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/recado\.sqlite: restored and chec/)]);
    expect(stderr).toMatch(/Recado compares itself with Twilio's list.*24 hours/);
    expect(differing(await ofSqlite(DATA_DIR), await ofSqlite(other))).toEqual([]);
    expect(statSync(join(other, 'recado.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('replaces no store but with --force, which puts it aside', async () => {
    const other = newDirectory();
    await run(['restore', backup], { DATA_DIR: other });
    await refused(/is there already: name another DATA_DIR, or say --force/, ['restore', backup], {
      DATA_DIR: other,
    });
    const args = ['restore', '--force', '--json', backup];
    const { before } = JSON.parse((await run(args, { DATA_DIR: other }))[1]) as { before: string };
    expect(existsSync(before)).toBe(true);
  });

  it('refuses what is no whole backup, of a newer Recado, or another key, and changes nothing', async () => {
    const text = join(root, 'text');
    writeFileSync(text, 'no backup');
    await refused(/is no backup of `recado backup`/, ['restore', text], { DATA_DIR });
    await refused(/cannot be read \(ENOENT\)/, ['restore', join(root, 'x')], { DATA_DIR });
    const half = join(root, 'half.sqlite');
    writeFileSync(half, readFileSync(backup).subarray(0, 20_000));
    const newer = join(root, 'newer.sqlite');
    cpSync(backup, newer);
    const db = new DatabaseSync(newer);
    db.exec('PRAGMA user_version = 999');
    db.close();
    const before = readFileSync(join(DATA_DIR, 'recado.sqlite'));
    await refused(
      /half\.sqlite cannot be restored: .*Nothing was changed/s,
      ['restore', '--force', half],
      { DATA_DIR },
    );
    await refused(
      /newer\.sqlite cannot be restored: .*newer Recado/,
      ['restore', '--force', newer],
      { DATA_DIR },
    );
    expect(readFileSync(join(DATA_DIR, 'recado.sqlite'))).toEqual(before);
    expect(readdirSync(DATA_DIR).filter((name) => /unfinished|before/.test(name))).toEqual([]);
    const other = { DATA_DIR: newDirectory(), SECRET_KEY: Buffer.alloc(32, 1).toString('base64') };
    const [code, , stderr] = await run(['restore', backup], other);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/It is restored, but .*put back the key/s),
    ]);
  });

  it('refuses while a Recado runs on the directory', async () => {
    const app = await TestApp.start('sqlite', { DATA_DIR });
    const says = /A Recado runs on DATA_DIR .*: stop it/;
    await refused(says, ['restore', '--force', backup], { DATA_DIR }).finally(() => app.close());
  });
});

describe.skipIf(!inject('mongo'))('recado backup and restore of MongoDB', () => {
  const DATA_DIR = newDirectory();
  const MONGODB_URI = inject('mongo') && freshMongoUri();
  const backup = join(root, 'backup.dump.gz');
  const schema = newDirectory();

  beforeAll(async () => {
    await (await TestApp.start('sqlite', { DATA_DIR: schema })).close();
    const app = await TestApp.start('mongo', { ...RICH, MONGODB_URI });
    await fill(app);
    // While it runs.
    made = await run(['backup', backup], { DATA_DIR, MONGODB_URI });
    await app.close();
  });

  it('is made while a Recado runs', () => {
    expect(made).toEqual([0, expect.stringMatching(/backup\.dump\.gz: .*MiB, checked/), '']);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
  });

  it('puts everything back, to the type of each value', async () => {
    const other = { DATA_DIR, MONGODB_URI: freshMongoUri() };
    const [code, stdout] = await run(['restore', backup], other);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/restored and checked, as it was at/),
    ]);
    const before = await ofMongo(MONGODB_URI, schema);
    // The hold of the account, and who leads, may have moved on since.
    const after = await ofMongo(other.MONGODB_URI, schema);
    for (const moving of ['account_hold', 'outbox', 'conversations']) delete before[moving];
    for (const moving of ['account_hold', 'outbox', 'conversations']) delete after[moving];
    expect(differing(before, after)).toEqual([]);
    await refused(
      /is not empty: name another database, or say --force/,
      ['restore', backup],
      other,
    );
    expect((await run(['restore', '--force', backup], other))[0]).toBe(0);
    await (await TestApp.start('mongo', { ...RICH, MONGODB_URI: other.MONGODB_URI })).close();
  });

  it('refuses what is cut off or changed before it drops anything', async () => {
    const lines = gunzipSync(readFileSync(backup)).toString().split('\n');
    const cut = join(root, 'cut.dump.gz');
    writeFileSync(cut, gzipSync(lines.slice(0, -2).join('\n')));
    const changed = join(root, 'changed.dump.gz');
    writeFileSync(
      changed,
      gzipSync(lines.join('\n').replace('Parking is free', 'Parking is dear')),
    );
    const env = { DATA_DIR, MONGODB_URI };
    await refused(/is not whole: it is cut off\. Nothing/, ['restore', '--force', cut], env);
    const half = join(root, 'half.dump.gz');
    writeFileSync(half, readFileSync(backup).subarray(0, 3000));
    await refused(/is not whole: unexpected end of file/, ['restore', '--force', half], env);
    await refused(/is not whole: its documents are not as/, ['restore', '--force', changed], env);
    await refused(/is a backup of MongoDB: set MONGODB_URI/, ['restore', cut], { DATA_DIR });
    const client = await new mongoose.mongo.MongoClient(MONGODB_URI).connect();
    expect(await client.db().collection('messages').countDocuments()).toBeGreaterThan(5);
    await client.close();
  });
});
