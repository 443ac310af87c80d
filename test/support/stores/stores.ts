import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, inject } from 'vitest';
import { Mongo } from '../../../src/storage/mongo/mongo.js';
import { Sqlite } from '../../../src/storage/sqlite/sqlite.js';

/** A store of its own for a suite, and how a port's adapter is opened on it. */
export interface TestStore {
  kind: 'sqlite' | 'mongo';
  open<Port>(adapters: {
    sqlite: (sqlite: Sqlite) => Promise<Port>;
    mongo: (mongo: Mongo) => Promise<Port>;
  }): Promise<Port>;
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
    open: (adapters) => adapters.sqlite(sqlite),
    close: async () => {
      await sqlite.close();
      rmSync(directory, { recursive: true });
    },
  };
}

async function mongoStore(): Promise<TestStore> {
  const mongo = await Mongo.open(freshMongoUri());
  return {
    kind: 'mongo',
    open: (adapters) => adapters.mongo(mongo),
    // Its database ends with the run's mongod; dropping it takes longer than most suites.
    close: () => mongo.close(),
  };
}

/** Runs a contract suite once for each store that can be had. */
export function onBothStores(name: string, suite: (make: () => Promise<TestStore>) => void): void {
  describe(`${name} on SQLite`, () => suite(sqliteStore));
  describe.skipIf(!inject('mongo'))(`${name} on MongoDB`, () => suite(mongoStore));
}
