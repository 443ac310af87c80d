import type { FactoryProvider } from '@nestjs/common';
import type { Collections } from './mongo/collections.js';
import type { Mongo } from './mongo/mongo.js';
import type { CopyProgress } from './sqlite/copy.js';
import type { Sqlite } from './sqlite/sqlite.js';

/**
 * The store of all data: the embedded SQLite or a MongoDB replica set. Its `kind` decides which
 * adapter each port gets, see `adapterFor`.
 */
export abstract class Storage {
  abstract readonly kind: 'sqlite' | 'mongo';
  /** Where the store is: a file, or an address without its credentials. */
  abstract readonly place: string;
  /** Throws when the store can't be written now. */
  abstract check(): Promise<void>;
  /** Calls `listener` with the events that this process publishes, once they are durable. */
  abstract onEvent(listener: (event: unknown) => void): void;
}

/** The embedded store, in a file. */
export class SqliteStorage extends Storage {
  readonly kind = 'sqlite';
  constructor(
    readonly sqlite: Sqlite,
    readonly place: string,
  ) {
    super();
  }

  /** Copies the file into a new one while it is in use. See `Sqlite.backUp`. */
  backUp(to: string, tell: (progress: CopyProgress) => void): Promise<void> {
    return this.sqlite.backUp(to, tell);
  }

  async check(): Promise<void> {
    const { open } = await import('./sqlite/check.js');
    await (await open(this.sqlite)).check();
  }

  onEvent(listener: (event: unknown) => void): void {
    this.sqlite.onEvent(listener);
  }
}

/** The store in a MongoDB replica set. */
export class MongoStorage extends Storage {
  readonly kind = 'mongo';
  private opened?: Promise<Collections>;

  constructor(
    readonly mongo: Mongo,
    readonly place: string,
  ) {
    super();
  }

  /**
   * Returns the collections. They are opened once, because that creates their indexes. From then on
   * other processes know this one.
   */
  collections(): Promise<Collections> {
    return (this.opened ??= this.open());
  }

  private async open(): Promise<Collections> {
    const { Collections } = await import('./mongo/collections.js');
    const { upgrade } = await import('./mongo/version/upgrade.js');
    const { refuseWhileHeld } = await import('./mongo/version/held.js');
    const { mongo } = this;
    if (mongo.connected) await upgrade(mongo.connection.db!);
    const collections = await Collections.open(mongo);
    await mongo.processes.begin();
    // Who takes the whole database looks for processes once it has the lock: one sees the other.
    if (mongo.connected) await refuseWhileHeld(mongo.connection.db!);
    return collections;
  }

  check(): Promise<void> {
    return this.mongo.check('processes');
  }

  /** The same for `recado doctor`, which leaves no collection behind. */
  async checkFromOutside(): Promise<void> {
    await this.mongo.check('recado_doctor');
    await this.mongo.connection.dropCollection('recado_doctor');
  }

  onEvent(listener: (event: unknown) => void): void {
    this.mongo.onEvent(listener);
  }

  /** Reads a setting, for `recado doctor`, without creating a collection or an index. */
  async setting(name: string): Promise<string | undefined> {
    return (await this.mongo.settings<string>().findOne({ _id: name }))?.value;
  }

  /** Throws an `EnvError` for a schema with which a start would be refused. */
  async checkSchema(): Promise<void> {
    const { versionOf } = await import('./mongo/version/upgrade.js');
    await versionOf(this.mongo.connection.db!);
  }

  /** Whether there is any document, for `recado doctor`, likewise. */
  async hasDocuments(): Promise<boolean> {
    return (
      (await this.mongo.connection
        .collection('documents')
        .findOne({}, { projection: { _id: 1 } })) !== null
    );
  }
}

/** What the module of an adapter exports. */
interface Adapter<Engine, Port> {
  open(engine: Engine): Port | Promise<Port>;
}

/**
 * Provides a port by its adapter for the store in use. Only that adapter is imported, so that a
 * process on SQLite never loads Mongoose.
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
