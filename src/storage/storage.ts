import type { FactoryProvider } from '@nestjs/common';
import type { Mongo } from './mongo/mongo.js';
import type { Sqlite } from './sqlite/sqlite.js';

/**
 * The one engine that keeps everything: the embedded SQLite or a MongoDB replica set.
 * `kind` decides which adapter a feature's port gets, see `adapterFor`.
 */
export abstract class Storage {
  abstract readonly kind: 'sqlite' | 'mongo';
  /** Where it is, as an operator may read it: a file, or an address without its credentials. */
  abstract readonly place: string;
  /** Throws when nothing can be written now. */
  abstract check(): Promise<void>;
}

export class SqliteStorage extends Storage {
  readonly kind = 'sqlite';
  constructor(
    readonly sqlite: Sqlite,
    readonly place: string,
  ) {
    super();
  }

  check(): Promise<void> {
    return this.sqlite.check();
  }
}

export class MongoStorage extends Storage {
  readonly kind = 'mongo';
  constructor(
    readonly mongo: Mongo,
    readonly place: string,
  ) {
    super();
  }

  check(): Promise<void> {
    return this.mongo.check();
  }
}

/**
 * Provides a port by the adapter of the store in use. Adapters are imported only when chosen:
 * who runs on SQLite never loads Mongoose.
 */
export function adapterFor<Port>(
  port: abstract new (...args: never[]) => Port,
  adapters: {
    sqlite: (sqlite: Sqlite) => Promise<Port>;
    mongo: (mongo: Mongo) => Promise<Port>;
  },
): FactoryProvider<Port> {
  return {
    provide: port,
    inject: [Storage],
    useFactory: (storage: SqliteStorage | MongoStorage) =>
      storage.kind === 'sqlite' ? adapters.sqlite(storage.sqlite) : adapters.mongo(storage.mongo),
  };
}
