import { dirname, join } from 'node:path';
import { type Env, EnvError } from '../env.js';
import { ownDirectory } from './data-dir.js';
import { databaseFile } from './simulator-mode.js';
import { MongoStorage, SqliteStorage } from './storage.js';

/**
 * Opens the engine that the environment names. Throws an `EnvError` for what an operator can
 * put right: a directory in use, one that can't be written, a file of a newer Recado.
 */
export function openStorage(env: Env, simulator: boolean): Promise<SqliteStorage | MongoStorage> {
  return env.MONGODB_URI ? openMongo(env.MONGODB_URI, simulator) : openSqlite(env, simulator);
}

/** A setting of a SQLite file that another process may own: read, never changed. */
export async function readSetting(file: string, name: string): Promise<string | undefined> {
  const { peek } = await import('./sqlite/peek.js');
  return peek(file, name);
}

async function openSqlite(env: Env, simulator: boolean): Promise<SqliteStorage> {
  const { Sqlite } = await import('./sqlite/sqlite.js');
  const file = databaseFile(env, simulator);
  ownDirectory(env.DATA_DIR);
  ownDirectory(dirname(file));
  try {
    return new SqliteStorage(await Sqlite.open(file, join(env.DATA_DIR, 'recado.lock')), file);
  } catch (error) {
    throw explained(error, env, file);
  }
}

function explained(error: unknown, env: Env, file: string): Error {
  const { code, message } = error as Error & { code?: string };
  if (code === 'IN_USE')
    return new EnvError(
      `DATA_DIR ${env.DATA_DIR} is used by another Recado process; ` +
        'stop it, or give this one another DATA_DIR',
    );
  return new EnvError(`DATA_DIR: ${file} cannot be opened: ${message}`);
}

async function openMongo(uri: string, simulator: boolean): Promise<MongoStorage> {
  const { Mongo } = await import('./mongo/mongo.js');
  const address = simulator ? ofSimulator(uri) : uri;
  const objection = Mongo.objectionTo(address);
  if (objection) throw new EnvError(`MONGODB_URI cannot be used: ${objection}`);
  return new MongoStorage(await Mongo.open(address), withoutCredentials(address));
}

const PARTS = /^(mongodb(?:\+srv)?:\/\/)(?:([^@/]*)@)?([^/?]*)(?:\/([^?]*))?(\?.*)?$/;

/** The same server, the database `<name>_simulator`. */
export function ofSimulator(uri: string): string {
  const [, scheme, user, hosts, database, options] = PARTS.exec(uri) ?? [];
  // A database in the address is also where its user is looked up, unless it says otherwise.
  const looked = user && database && !/[?&]authSource=/i.test(options ?? '');
  const source = looked ? `${options ? '&' : '?'}authSource=${database}` : '';
  const who = user === undefined ? '' : `${user}@`;
  return `${scheme}${who}${hosts}/${database || 'test'}_simulator${options ?? ''}${source}`;
}

/** An address as it may be shown: hosts and database. */
export function withoutCredentials(uri: string): string {
  const [, scheme, , hosts, database] = PARTS.exec(uri) ?? [];
  return scheme ? `${scheme}${hosts}/${database ?? ''}` : 'MongoDB';
}
