import { Logger } from '@nestjs/common';
import mongoose, { type ClientSession, type Connection, type Model, type Schema } from 'mongoose';
import { StorageError } from '../storage.error.js';
import { endWritesWithTheirConnection } from './cuts/broken-write.js';
import { endCutOff, orAgain } from './cuts/cut-off.js';
import { BusyRowsError } from './held-rows.js';
import { whyUnreached } from './errors.js';
import { makeIndexes, makeIndexesAhead } from './indexes.js';
import { objectionTo, OURS, TRANSACTION } from './options.js';
import { Processes } from './processes/processes.js';
import { timeouts } from './timeouts.js';
import { STEP_MS, writeAndRead } from './trial.js';

/** Milliseconds until the first connection is tried again. */
const RECONNECT_MS = 1000;

/** A transaction is run again for so many milliseconds. */
const BUSY_PATIENCE = 3000;

/** The `patience` of a transaction that isn't run again. */
export const ONCE = 0;

/** A row of the `settings` collection. Each value has a type of its own. */
export interface SettingRow<Value> {
  /** The name once more, so that MongoDB's index of `_id` keeps names unique. */
  _id: string;
  name: string;
  value: Value;
}

/**
 * The connection to a MongoDB replica set (one node is enough). A write waits for the majority's
 * journal, unless it says why it needn't. A server that can't be reached at the start doesn't stop the process:
 * operations fail until it is reached, and the indexes are created then.
 */
export class Mongo {
  private readonly logger = new Logger('MongoDB');
  private readonly closed = new AbortController();
  /** The reason that was logged last. */
  private logged?: string;
  /** Why the latest attempt to connect failed. */
  private unreached?: string;
  private readonly events = new WeakMap<ClientSession, Map<string, unknown>>();
  private readonly listeners: ((event: unknown) => void)[] = [];
  /** The attempt to connect that runs, or the latest one. */
  private attempt: Promise<void> = Promise.resolve();
  /** The transaction of a check that runs. */
  private trial?: Promise<void>;
  /** All processes that use the database. */
  readonly processes = new Processes(() => (this.connected ? this.connection.db : undefined));

  private constructor(
    readonly connection: Connection,
    private readonly uri: string,
  ) {}

  /** See `objectionTo`. */
  static readonly objectionTo = objectionTo;

  /** Opens the connection. Resolves also when the server can't be reached: it is tried again. */
  static async open(uri: string): Promise<Mongo> {
    endWritesWithTheirConnection();
    const mongo = new Mongo(mongoose.createConnection(), uri);
    mongo.connection.on('error', () => undefined);
    await (mongo.attempt = mongo.connect());
    return mongo;
  }

  /** Whether there is a connection now. */
  get connected(): boolean {
    return this.connection.readyState === mongoose.ConnectionStates.connected;
  }

  /** Returns the driver's own collection, because the values of `settings` have no schema. */
  settings<Value>() {
    return this.connection.collection<SettingRow<Value>>('settings');
  }

  /**
   * Returns the model of a collection, and creates its indexes now or once there is a connection.
   */
  async model<T>(name: string, schema: Schema<T>): Promise<Model<T>> {
    const known = this.connection.models[name] as Model<T> | undefined;
    if (known) return known;
    const model = this.connection.model<T>(name, schema, name);
    await this.attempt;
    if (this.connected) await makeIndexes(model);
    return model;
  }

  /**
   * Runs `work` in a transaction. When the server says that the transaction may be repeated, it
   * runs again, for `patience` milliseconds. Then it throws a `BusyRowsError`: another transaction,
   * cut off for example, may hold the rows for a minute, and the caller may try again later.
   */
  transaction<T>(
    work: (session: ClientSession) => Promise<T>,
    patience = BUSY_PATIENCE,
    more: mongoose.mongo.TransactionOptions = {},
  ): Promise<T> {
    const ends = performance.now() + patience;
    return this.connection.getClient().withSession(async (session) => {
      await this.processes.cover(session.serverSession!.id.id);
      let again = false;
      const attempt = () => {
        if (again && performance.now() > ends) throw new BusyRowsError();
        again = true;
        this.events.set(session, new Map());
        return work(session).catch(orAgain);
      };
      const result = await session
        .withTransaction(attempt, { ...TRANSACTION, ...more })
        .catch((error) => {
          endCutOff(error, session, this.connection, this.closed.signal);
          throw error;
        });
      for (const event of this.events.get(session)!.values())
        for (const listener of this.listeners) listener(event);
      return result;
    });
  }

  /**
   * Publishes an event once the session's transaction is committed. Of several events with the same
   * key, only the last is published.
   */
  publish(session: ClientSession, key: string, event: unknown): void {
    this.events.get(session)!.set(key, event);
  }

  /** Calls `listener` with the events of each transaction, once it is committed. */
  onEvent(listener: (event: unknown) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Throws unless the replica set has a primary that takes a transaction, in `collection`, which it
   * leaves as it is. The majority must confirm it in time.
   */
  async check(collection: string): Promise<void> {
    if (!this.connected) throw new StorageError(this.absence());
    const hello = await this.connection.db!.command({ hello: 1 });
    if (!hello.setName) throw new StorageError('MongoDB must be a replica set (one node will do).');
    if (!hello.isWritablePrimary) throw new StorageError('MongoDB has no primary now.');
    // One at a time: a server that hangs isn't asked more often for that.
    this.trial ??= this.tryOut(collection).finally(() => (this.trial = undefined));
    await this.trial;
  }

  private tryOut(collection: string): Promise<void> {
    return writeAndRead(this.connection, collection, (work) =>
      this.transaction(work, ONCE, { maxCommitTimeMS: STEP_MS }),
    );
  }

  /** Closes the connection, and stops trying to open it. */
  async close(): Promise<void> {
    await this.processes.end();
    this.closed.abort();
    await this.connection.close();
  }

  private absence(): string {
    return `MongoDB cannot be reached${this.unreached ? `: ${this.unreached}` : ''}.`;
  }

  /**
   * Opens the first connection, and tries again until that succeeds. After that, Mongoose
   * reconnects by itself. There is no connection before the indexes are there: without them the
   * same sender could get two conversations.
   */
  private async connect(): Promise<void> {
    const options = { ...OURS, ...timeouts(this.uri) };
    try {
      const models = Object.values(this.connection.models);
      if (models.length) await makeIndexesAhead(models, this.uri, options);
      await this.connection.openUri(this.uri, {
        ...options,
        bufferCommands: false,
        autoIndex: false,
        autoCreate: false,
      });
      this.unreached = undefined;
    } catch (error) {
      this.unreached = whyUnreached(error);
      this.logOnce((error as Error).message);
      if (!this.closed.signal.aborted)
        setTimeout(() => (this.attempt = this.connect()), RECONNECT_MS).unref();
    }
  }

  /** Logs a reason unless it is the last one logged: the connection is tried every second. */
  private logOnce(reason: string): void {
    if (reason !== this.logged)
      this.logger.warn(`It is not there yet and tried again: ${reason}. See MONGODB_URI.`);
    this.logged = reason;
  }
}
