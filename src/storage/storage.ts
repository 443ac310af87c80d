import type { FactoryProvider } from '@nestjs/common';
import type { Collections } from './mongo/collections.js';
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
  /** Calls back with what steps or transactions of this process told, once they are durable. */
  abstract onEvent(listener: (event: unknown) => void): void;
}

export class SqliteStorage extends Storage {
  readonly kind = 'sqlite';
  constructor(
    readonly sqlite: Sqlite,
    readonly place: string,
  ) {
    super();
  }

  async check(): Promise<void> {
    const { open } = await import('./sqlite/check.js');
    await (await open(this.sqlite)).check();
  }

  onEvent(listener: (event: unknown) => void): void {
    this.sqlite.onEvent(listener);
  }
}

export class MongoStorage extends Storage {
  readonly kind = 'mongo';
  private opened?: Promise<Collections>;

  constructor(
    readonly mongo: Mongo,
    readonly place: string,
  ) {
    super();
  }

  /** Opened when first asked for, and once: opening them makes their indexes. */
  collections(): Promise<Collections> {
    this.opened ??= import('./mongo/collections.js').then((module) =>
      module.Collections.open(this.mongo),
    );
    return this.opened;
  }

  check(): Promise<void> {
    return this.mongo.check();
  }

  onEvent(listener: (event: unknown) => void): void {
    this.mongo.onEvent(listener);
  }

  /** A text of the `settings`, for who only looks: nothing is made for it. */
  async setting(name: string): Promise<string | undefined> {
    return (await this.mongo.settings<string>().findOne({ _id: name }))?.value;
  }
}

/** How the module of an adapter makes it. */
interface Adapter<Engine, Port> {
  open(engine: Engine): Port | Promise<Port>;
}

/**
 * Provides a port by the adapter of the store in use. Adapters are imported only when chosen:
 * who runs on SQLite never loads Mongoose.
 */
export function adapterFor<Port>(
  port: abstract new (...args: never[]) => Port,
  adapters: {
    sqlite: () => Promise<Adapter<Sqlite, Port>>;
    mongo: () => Promise<Adapter<Collections, Port>>;
  },
): FactoryProvider<Port> {
  return {
    provide: port,
    inject: [Storage],
    useFactory: async (storage: SqliteStorage | MongoStorage) =>
      storage.kind === 'sqlite'
        ? (await adapters.sqlite()).open(storage.sqlite)
        : (await adapters.mongo()).open(await storage.collections()),
  };
}
