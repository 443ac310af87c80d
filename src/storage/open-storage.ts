import { dirname, join } from 'node:path';
import { type Env, EnvError } from '../env/env.js';
import { ownDirectory } from '../env/data-dir.js';
import { objectionTo, refusal } from './refusal.js';
import { databaseFile } from './database-file.js';
import { MongoStorage, SqliteStorage } from './storage.js';

/**
 * Opens the store that the environment names: MongoDB if MONGODB_URI is set, otherwise SQLite.
 * Throws an `EnvError` for what an operator can put right: a directory in use, one that can't be
 * written, a file of a newer Recado.
 */
export function openStorage(env: Env, simulator: boolean): Promise<SqliteStorage | MongoStorage> {
  return env.MONGODB_URI ? openMongo(env.MONGODB_URI, simulator) : openSqlite(env, simulator);
}

/** What `recado doctor` can tell about the SQLite file, also while another process has it. */
export interface Look {
  /** Whether a process has the directory. */
  inUse: boolean;
  /** How many migrations the next start will run. */
  due: number;
  /** Reads a setting, or returns undefined when there is none. */
  setting(name: string): Promise<string | undefined>;
  /** Whether there is any document. */
  hasDocuments(): Promise<boolean>;
}

/**
 * Looks at the SQLite file without changing or creating anything. Throws an `EnvError` for the same
 * reasons for which a start would fail.
 */
export async function lookAt(env: Env, file: string): Promise<Look> {
  const { examine, hasRows, peek, schemaVersion } = await import('./sqlite/peek.js');
  const { isLocked } = await import('./sqlite/lock.js');
  const { due } = await import('./sqlite/migrate.js');
  const lock = lockFile(env);
  try {
    for (const path of [env.DATA_DIR, dirname(file), lock, file, `${file}-wal`, `${file}-shm`]) {
      const objection = objectionTo(path);
      if (objection) throw objection;
    }
    const inUse = isLocked(lock);
    const steps = due(schemaVersion(file));
    examine(file);
    return {
      inUse,
      due: steps,
      setting: async (name) => peek(file, name),
      hasDocuments: async () => hasRows(file, 'documents'),
    };
  } catch (error) {
    throw refusal(error, file);
  }
}

async function openSqlite(env: Env, simulator: boolean): Promise<SqliteStorage> {
  const { Sqlite } = await import('./sqlite/sqlite.js');
  const file = databaseFile(env, simulator);
  ownDirectory(env.DATA_DIR);
  ownDirectory(dirname(file));
  try {
    return new SqliteStorage(await Sqlite.open(file, lockFile(env)), file);
  } catch (error) {
    throw inUse(error, env) ?? refusal(error, file);
  }
}

/** The file that says whether a process has DATA_DIR. */
export function lockFile(env: Env): string {
  return join(env.DATA_DIR, 'recado.lock');
}

function inUse(error: unknown, env: Env): EnvError | undefined {
  if ((error as { code?: unknown }).code !== 'IN_USE') return undefined;
  return new EnvError(
    `DATA_DIR ${env.DATA_DIR} is used by another Recado process; ` +
      'stop it, or give this one another DATA_DIR',
  );
}

async function openMongo(uri: string, simulator: boolean): Promise<MongoStorage> {
  const { Mongo } = await import('./mongo/mongo.js');
  const address = simulator ? ofSimulator(uri) : uri;
  const objection = Mongo.objectionTo(address);
  if (objection) throw new EnvError(`MONGODB_URI cannot be used: ${objection}`);
  return new MongoStorage(await Mongo.open(address), withoutCredentials(address));
}

const PARTS = /^(mongodb(?:\+srv)?:\/\/)(?:([^@/]*)@)?([^/?]*)(?:\/([^?]*))?(\?.*)?$/;

/** Returns the address of the simulator's database: `<name>_simulator` on the same server. */
export function ofSimulator(uri: string): string {
  const [, scheme, user, hosts, database, options] = PARTS.exec(uri) ?? [];
  // MongoDB looks the user up in the address's database unless `authSource` names another one
  // (https://www.mongodb.com/docs/manual/reference/connection-string-options/).
  const needsSource = user && database && !/[?&]authSource=/i.test(options ?? '');
  const source = needsSource ? `${options ? '&' : '?'}authSource=${database}` : '';
  const who = user === undefined ? '' : `${user}@`;
  return `${scheme}${who}${hosts}/${database || 'test'}_simulator${options ?? ''}${source}`;
}

/** Returns what may be shown of an address: its hosts and its database. */
export function withoutCredentials(uri: string): string {
  const [, scheme, , hosts, database] = PARTS.exec(uri) ?? [];
  return scheme ? `${scheme}${hosts}/${database ?? ''}` : 'MongoDB';
}
