import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collections } from '../../src/storage/mongo/collections.js';
import { Mongo } from '../../src/storage/mongo/mongo.js';
import { Sqlite } from '../../src/storage/sqlite/sqlite.js';
import { type Mailboxes, openMailboxes } from '../support/stores/mailboxes.js';
import { freshMongoUri, type TestStore } from '../support/stores/stores.js';
import { open as openPassing, type Passing } from './passing.sqlite.js';

/** A store that is opened again and again, emptied, and whose time is made to pass. */
export interface ModelStore {
  kind: TestStore['kind'];
  mailboxes: Mailboxes;
  pass(ms: number): Promise<void>;
  clear(): Promise<void>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** In memory, where there is such a disk: what an fsync costs is none of this test's business. */
const DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export async function sqliteStore(): Promise<ModelStore> {
  const directory = mkdtempSync(join(DISK, 'recado-'));
  let sqlite: Sqlite;
  let passing: Passing;
  const store = {
    kind: 'sqlite',
    pass: (ms: number) => passing.pass(ms),
    clear: () => passing.clear(),
    async reopen() {
      await sqlite?.close();
      sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
      passing = await openPassing(sqlite);
      store.mailboxes = await openMailboxes({
        kind: 'sqlite',
        open: async (adapters) => (await adapters.sqlite()).open(sqlite),
        onEvent: () => undefined,
        close: async () => undefined,
      });
    },
    async close() {
      await sqlite.close();
      rmSync(directory, { recursive: true });
    },
  } as ModelStore;
  await store.reopen();
  return store;
}

export async function mongoStore(): Promise<ModelStore> {
  const uri = freshMongoUri();
  let mongo: Mongo;
  let db: Collections;
  const store = {
    kind: 'mongo',
    async pass(ms: number) {
      const sooner = (field: string) => ({ $max: [{ $subtract: [field, ms] }, '$$NOW'] });
      const lease = {
        $cond: [{ $gt: ['$lease_until', null] }, sooner('$lease_until'), '$$REMOVE'],
      };
      const set = { due_at: sooner('$due_at'), lease_until: lease };
      const waiting = { $expr: { $gt: ['$due_at', '$$NOW'] } };
      await db.conversations.updateMany(waiting, [{ $set: set }], { updatePipeline: true });
    },
    async clear() {
      const { messages, outbox, turns, sessions, conversations, erasures } = db;
      const filled = [messages, outbox, turns, sessions, conversations, erasures];
      await Promise.all(filled.map(({ collection }) => collection.deleteMany({})));
    },
    async reopen() {
      await mongo?.close();
      mongo = await Mongo.open(uri);
      db = await Collections.open(mongo);
      store.mailboxes = await openMailboxes({
        kind: 'mongo',
        open: async (adapters) => (await adapters.mongo()).open(db),
        onEvent: () => undefined,
        close: async () => undefined,
      });
    },
    close: () => mongo.close(),
  } as ModelStore;
  await store.reopen();
  return store;
}
