import { Logger } from '@nestjs/common';
import mongoose, { type ClientSession, type Connection, type Model, type Schema } from 'mongoose';
import { StorageError } from '../storage.error.js';
import { endCutOff } from './cut-off.js';
import { BusyRowsError } from './held-rows.js';
import { whyUnreached } from './errors.js';

const RECONNECT_MS = 1000;

/**
 * Milliseconds. A server that has hung, its connections open, is noticed after the first two: by
 * default that takes 40 s, and Twilio waits for 15. The third is then waited for another one.
 * A connection that something on the way has forgotten looks open for many minutes: no answer is
 * waited for longer than the fourth (more than any `maxTimeMS`), and none is used that was idle for
 * the fifth. An address that says otherwise has its way.
 */
const PATIENCE = {
  heartbeatFrequencyMS: 2000,
  connectTimeoutMS: 3000,
  serverSelectionTimeoutMS: 5000,
  socketTimeoutMS: 5000,
  maxIdleTimeMS: 60_000,
};

/** Milliseconds. */
const BUSY_PATIENCE = 3000;

/** Of a transaction's patience: no time for a second attempt. */
export const ONCE = 0;

/** A named value of the `settings` collection: the values have nothing else in common. */
export interface SettingRow<Value> {
  /** The name again, so that there is one of each without an index of ours. */
  _id: string;
  name: string;
  value: Value;
}

/**
 * The connection to a MongoDB replica set (one node is enough). Every write waits for the
 * majority's journal. A server that is away at the start doesn't stop the process: operations
 * fail until it is there, and the indexes are made then.
 */
export class Mongo {
  private readonly logger = new Logger('MongoDB');
  private readonly closed = new AbortController();
  private said?: string;
  /** Why the latest attempt to connect failed. */
  private unreached?: string;
  private readonly events = new WeakMap<ClientSession, Map<string, unknown>>();
  private readonly listeners: ((event: unknown) => void)[] = [];

  private constructor(
    readonly connection: Connection,
    private readonly uri: string,
  ) {}

  /** What the driver says against an address, without the address: it may hold a password. */
  static objectionTo(uri: string): string | undefined {
    try {
      void new mongoose.mongo.MongoClient(uri);
      return undefined;
    } catch (error) {
      const { message } = error as Error;
      return /:\/\/|@/.test(message) ? 'it is no address of MongoDB' : message.split('\n')[0];
    }
  }

  static async open(uri: string): Promise<Mongo> {
    const mongo = new Mongo(mongoose.createConnection(), uri);
    mongo.connection.on('error', () => undefined);
    await mongo.connect();
    return mongo;
  }

  get connected(): boolean {
    return this.connection.readyState === mongoose.ConnectionStates.connected;
  }

  /** The driver's own collection: the values of `settings` have no schema. */
  settings<Value>() {
    return this.connection.collection<SettingRow<Value>>('settings');
  }

  /** The model of a collection. Its indexes are there when this resolves, or once we connect. */
  async model<T>(name: string, schema: Schema<T>): Promise<Model<T>> {
    const known = this.connection.models[name] as Model<T> | undefined;
    if (known) return known;
    const model = this.connection.model<T>(name, schema, name);
    if (this.connected) await makeIndexes(model);
    return model;
  }

  /**
   * Runs `work` in a transaction, again for `patience` milliseconds when the server says that it may
   * be repeated. One that was cut off may hold its rows for a minute: who needs them is refused, and
   * may try again.
   */
  transaction<T>(
    work: (session: ClientSession) => Promise<T>,
    patience = BUSY_PATIENCE,
  ): Promise<T> {
    const readConcern = { level: 'snapshot' } as const;
    const ends = performance.now() + patience;
    return this.connection.getClient().withSession(async (session) => {
      let again = false;
      const attempt = () => {
        if (again && performance.now() > ends) throw new BusyRowsError();
        again = true;
        this.events.set(session, new Map());
        return work(session);
      };
      const result = await session.withTransaction(attempt, { readConcern }).catch((error) => {
        endCutOff(error, session, this.connection, this.closed.signal);
        throw error;
      });
      for (const event of this.events.get(session)!.values())
        for (const listener of this.listeners) listener(event);
      return result;
    });
  }

  /** News, once the session's transaction is committed; of one subject the last counts. */
  publish(session: ClientSession, key: string, event: unknown): void {
    this.events.get(session)!.set(key, event);
  }

  /** Hears what is told of transactions, each once it is committed. */
  onEvent(listener: (event: unknown) => void): void {
    this.listeners.push(listener);
  }

  /** Throws unless there is a primary that takes writes. */
  async check(): Promise<void> {
    if (!this.connected) throw new StorageError(this.absence());
    const hello = await this.connection.db!.command({ hello: 1 });
    if (!hello.setName) throw new StorageError('MongoDB must be a replica set (one node will do).');
    if (!hello.isWritablePrimary) throw new StorageError('MongoDB has no primary now.');
  }

  async close(): Promise<void> {
    this.closed.abort();
    await this.connection.close();
  }

  private absence(): string {
    return `MongoDB cannot be reached${this.unreached ? `: ${this.unreached}` : ''}.`;
  }

  /** Mongoose keeps a connection alive once it stood; the first one is ours to try again. */
  private async connect(): Promise<void> {
    try {
      await this.connection.openUri(this.uri, {
        writeConcern: { w: 'majority', journal: true },
        ...patience(this.uri),
        bufferCommands: false,
        autoIndex: false,
        autoCreate: false,
      });
      this.unreached = undefined;
      await Promise.all(Object.values(this.connection.models).map(makeIndexes));
    } catch (error) {
      this.unreached = whyUnreached(error);
      this.say((error as Error).message);
      if (!this.closed.signal.aborted) setTimeout(() => void this.connect(), RECONNECT_MS).unref();
    }
  }
  /** Each reason once in a row: it is tried again every second. */
  private say(reason: string): void {
    if (reason !== this.said)
      this.logger.warn(`It is not there yet and tried again: ${reason}. See MONGODB_URI.`);
    this.said = reason;
  }
}

/** Of a large collection that takes long, and no answer comes meanwhile. */
async function makeIndexes({ schema, collection }: Model<any>): Promise<void> {
  // The driver takes it; its types leave it out.
  const unhurried: object = { socketTimeoutMS: 0 };
  for (const [fields, options] of schema.indexes())
    await collection.createIndex(fields as Record<string, 1>, {
      ...(options as object),
      ...unhurried,
    });
}

function patience(uri: string): object {
  const said = new URLSearchParams(uri.split('?')[1]?.toLowerCase());
  return Object.fromEntries(
    Object.entries(PATIENCE).filter(([name]) => !said.has(name.toLowerCase())),
  );
}
