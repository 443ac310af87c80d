import mongoose, { type ClientSession, type Connection, type Model, type Schema } from 'mongoose';
import { StorageError } from '../storage.js';

/**
 * The connection to a MongoDB replica set (one node is enough). Every write waits for the
 * majority's journal. A server that is away at the start doesn't stop the process: operations
 * fail after `serverSelectionTimeoutMS` and succeed again once it is back.
 */
export class Mongo {
  private constructor(readonly connection: Connection) {}

  static async open(uri: string): Promise<Mongo> {
    const connection = mongoose.createConnection(uri, {
      writeConcern: { w: 'majority', j: true },
      readPreference: 'primary',
      serverSelectionTimeoutMS: 5000,
      bufferCommands: false,
      autoIndex: false,
    });
    const mongo = new Mongo(connection);
    await connection.asPromise().catch(() => undefined);
    return mongo;
  }

  /** The model of a collection; its indexes are made as soon as the server can be reached. */
  model<T>(name: string, schema: Schema<T>): Model<T> {
    if (this.connection.models[name]) return this.connection.models[name] as Model<T>;
    const model = this.connection.model<T>(name, schema, name);
    return model;
  }

  /** Runs `work` in a transaction, again when the server says that it may be repeated. */
  transaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    return this.connection.transaction(work, { readConcern: 'snapshot' }) as Promise<T>;
  }

  /** Throws unless the primary answers and takes writes. */
  async check(): Promise<void> {
    const hello = await this.connection.db!.command({ hello: 1 });
    if (!hello.setName)
      throw new StorageError('MongoDB must be a replica set (one node is enough).');
    if (!hello.isWritablePrimary) throw new StorageError('MongoDB has no writable primary now.');
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
