import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ADMIN_TOKEN, TestApp } from '../support/app.js';
import { runHere } from './run.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { differing, fillEmptyTables, ofMongo, ofSqlite } from './exported.js';
import { fill, RICH, SELDOM } from './rich-data.js';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
const directories: string[] = [];
afterAll(() => directories.forEach((one) => rmSync(one, { recursive: true })));

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  directories.push(directory);
  return directory;
}

const migrate = (to: string, DATA_DIR: string, MONGODB_URI: string, ...more: string[]) =>
  runHere(['migrate', '--to', to, ...more], {
    DATA_DIR,
    MONGODB_URI,
    ADMIN_TOKEN,
    SECRET_KEY,
    SIMULATOR: 'off',
  });

describe.skipIf(!inject('mongo'))('recado migrate', () => {
  const first = newDirectory();
  const uri = inject('mongo') && freshMongoUri();
  let before: Record<string, string[]>;
  let conversations: Record<string, unknown>[];

  const exportsOf = async (app: TestApp) => {
    const { items } = (await app.admin('get', '/api/v1/conversations?limit=200').expect(200)).body;
    const all: Record<string, unknown>[] = [];
    for (const { id } of items as { id: string }[]) {
      const { body } = await app.admin('get', `/api/v1/conversations/${id}/export`).expect(200);
      all.push({ ...body, exported_at: null });
    }
    return all;
  };

  beforeAll(async () => {
    const app = await TestApp.start('sqlite', { ...RICH, DATA_DIR: first });
    await fill(app);
    conversations = await exportsOf(app);
    await app.close();
    const db = new DatabaseSync(join(first, 'recado.sqlite'));
    db.exec(SELDOM);
    await fillEmptyTables(db);
    db.close();
    before = await ofSqlite(first);
  });

  it('brings everything from SQLite to MongoDB, and says what', async () => {
    const empty = Object.entries(before).filter(([, rows]) => !rows.length);
    expect(empty.map(([table]) => table)).toEqual([]);
    const [code, stdout, stderr] = await migrate('mongodb', first, uri, '--json');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/was compared\.\nStart Recado with/)]);
    const { tables } = JSON.parse(stdout) as { tables: { table: string; rows: number }[] };
    const counts = tables.map(({ table, rows }) => [table, rows]);
    expect(counts).toEqual(Object.entries(before).map(([table, { length }]) => [table, length]));
    expect(differing(before, await ofMongo(uri, first))).toEqual([]);
  });

  it('there and back, every row is the same to the byte', async () => {
    const second = newDirectory();
    const [code, , stderr] = await migrate('sqlite', second, uri);
    expect([code, stderr]).toEqual([0, expect.stringContaining('without MONGODB_URI')]);
    expect(differing(before, await ofSqlite(second))).toEqual([]);
    expect(statSync(join(second, 'recado.sqlite')).mode & 0o777).toBe(0o600);
    const db = new DatabaseSync(join(second, 'recado.sqlite'));
    db.exec("INSERT INTO found_messages (found_messages, rank) VALUES ('integrity-check', 1)");
    db.close();
  });

  it('refuses what is not empty, a wrong key, and a store that is used', async () => {
    const refused = async (says: RegExp, ...args: Parameters<typeof migrate>) => {
      const [code, stdout, stderr] = await migrate(...args);
      expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(says)]);
    };
    await refused(/is not empty: name another database, or say --force/, 'mongodb', first, uri);
    await refused(/is there already: name another DATA_DIR, or say --force/, 'sqlite', first, uri);
    await refused(/There is no SQLite store/, 'mongodb', newDirectory(), freshMongoUri());
    const away = 'mongodb://127.0.0.1:9/x?serverSelectionTimeoutMS=300';
    await refused(/MongoDB cannot be reached.*See MONGODB_URI/, 'mongodb', first, away);
    const app = await TestApp.start('sqlite', { DATA_DIR: first });
    try {
      await refused(/A Recado runs on DATA_DIR .*: stop it/, 'mongodb', first, freshMongoUri());
    } finally {
      await app.close();
    }
    const key = Buffer.alloc(32, 8).toString('base64');
    const wrong = await runHere(['migrate', '--to', 'mongodb'], {
      DATA_DIR: first,
      MONGODB_URI: freshMongoUri(),
      ADMIN_TOKEN,
      SECRET_KEY: key,
    });
    expect(wrong).toEqual([1, '', expect.stringMatching(/SECRET_KEY/)]);
  });

  it('a Recado goes on with it on MongoDB: what it shows of each sender is the same', async () => {
    const app = await TestApp.start('mongo', { ...RICH, MONGODB_URI: uri });
    try {
      const now = await exportsOf(app);
      const known = new Map(now.map((one) => [(one.conversation as { id: string }).id, one]));
      for (const one of conversations) {
        const { id } = one.conversation as { id: string };
        // What waited for the account goes out now.
        if (JSON.stringify(one).includes('This one waits')) continue;
        expect(known.get(id)!.messages).toEqual(one.messages);
      }
      const [code, , stderr] = await migrate('sqlite', newDirectory(), uri);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/A Recado runs on this database/)]);
    } finally {
      await app.close();
    }
  });

  it('from MongoDB to SQLite and back, every row is the same to the byte', async () => {
    const [own, back, directory] = [freshMongoUri(), freshMongoUri(), newDirectory()];
    const app = await TestApp.start('mongo', { ...RICH, MONGODB_URI: own });
    await fill(app);
    await app.close();
    expect((await migrate('sqlite', directory, own))[2]).toMatch(/was compared/);
    const rows = await ofMongo(own, directory);
    expect(differing(rows, await ofSqlite(directory))).toEqual([]);
    expect((await migrate('mongodb', directory, back))[0]).toBe(0);
    expect(differing(rows, await ofMongo(back, directory))).toEqual([]);
  });

  it('what was broken off is no store that a start takes, and is run again', async () => {
    const broken = freshMongoUri();
    const client = await new mongoose.mongo.MongoClient(broken).connect();
    const rows = client.db().collection<{ _id: string; unfinished?: string }>('schema');
    await rows.insertOne({ _id: 'schema', unfinished: 'migrate' });
    await client.db().collection('messages').insertOne({ half: 'a row' });
    await client.close();
    await expect(TestApp.start('mongo', { MONGODB_URI: broken })).rejects.toThrow(
      /`recado migrate` was broken off in this database: run it again/,
    );
    expect((await migrate('mongodb', first, broken))[0]).toBe(0);
    expect(existsSync(join(first, 'recado.sqlite'))).toBe(true);
  });
});
