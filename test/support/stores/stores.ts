import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, inject } from 'vitest';
import { Collections } from '../../../src/storage/mongo/collections.js';
import { Mongo } from '../../../src/storage/mongo/mongo.js';
import { Sqlite } from '../../../src/storage/sqlite/sqlite.js';

/** A store of its own for a suite, and how a port's adapter is opened on it. */
export interface TestStore {
  kind: 'sqlite' | 'mongo';
  open<Port>(adapters: {
    sqlite: () => Promise<{ open(db: Sqlite): Port | Promise<Port> }>;
    mongo: () => Promise<{ open(db: Collections): Port | Promise<Port> }>;
  }): Promise<Port>;
  onEvent(listener: (event: unknown) => void): void;
  close(): Promise<void>;
}

/** An address of a new database on the run's mongod. */
export function freshMongoUri(): string {
  const uri = new URL(inject('mongo'));
  uri.pathname = `/t_${randomUUID().replaceAll('-', '')}`;
  return uri.href;
}

async function sqliteStore(): Promise<TestStore> {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  return {
    kind: 'sqlite',
    open: async (adapters) => (await adapters.sqlite()).open(sqlite),
    onEvent: (listener) => sqlite.onEvent(listener),
    close: async () => {
      await sqlite.close();
      rmSync(directory, { recursive: true });
    },
  };
}

async function mongoStore(): Promise<TestStore> {
  const mongo = await Mongo.open(freshMongoUri());
  const collections = await Collections.open(mongo);
  return {
    kind: 'mongo',
    open: async (adapters) => (await adapters.mongo()).open(collections),
    onEvent: (listener) => mongo.onEvent(listener),
    // Its database ends with the run's mongod; dropping it takes longer than most suites.
    close: () => mongo.close(),
  };
}

/** Runs a contract suite once for each store that can be had. */
export function onBothStores(name: string, suite: (make: () => Promise<TestStore>) => void): void {
  describe(`${name} on SQLite`, () => suite(sqliteStore));
  onMongo(name, suite);
}

/** Runs a suite of what only MongoDB does, if there is one. */
export function onMongo(name: string, suite: (make: () => Promise<TestStore>) => void): void {
  describe.skipIf(!inject('mongo'))(`${name} on MongoDB`, () => suite(mongoStore));
}
