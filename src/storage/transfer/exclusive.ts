import { EnvError } from '../../env/env.js';
import { lockFile } from '../open-storage.js';
import type { Env } from '../../env/env.js';
import { Mongo } from '../mongo/mongo.js';
import { seenAt } from '../mongo/processes/place.js';
import type { ProcessRow } from '../mongo/processes/own-row.js';
import { hold } from '../mongo/version/held.js';
import { upgrade, versionOf } from '../mongo/version/upgrade.js';
import { lock } from '../sqlite/lock.js';
import type { Db } from './difference.js';

/** Milliseconds: a process beats each second, and one that hangs for so long is taken for dead. */
const SILENT_MS = 15_000;

/** Takes DATA_DIR, and returns what gives it back. Throws an `EnvError` while a Recado runs there. */
export function takeDirectory(env: Env): () => void {
  try {
    return lock(lockFile(env));
  } catch (error) {
    if ((error as { code?: string }).code !== 'IN_USE') throw error;
    throw new EnvError(`A Recado runs on DATA_DIR ${env.DATA_DIR}: stop it, then run this again.`);
  }
}

/** A database that nobody else uses. */
export interface TakenDatabase {
  mongo: Mongo;
  db: Db;
  /** Gives it back, and closes the connection. */
  leave(): Promise<void>;
}

/**
 * Takes a whole database: no Recado may run on it, and none can start meanwhile. Throws an `EnvError`
 * that says what to do. `work` is the command's name.
 */
export async function takeDatabase(uri: string, work: string): Promise<TakenDatabase> {
  const objection = Mongo.objectionTo(uri);
  if (objection) throw new EnvError(`MONGODB_URI cannot be used: ${objection}`);
  const mongo = await Mongo.open(uri);
  try {
    await mongo.check('recado_check').catch((error: Error) => {
      throw new EnvError(`${error.message} See MONGODB_URI; \`recado doctor\` looks closer.`);
    });
    const db = mongo.connection.db!;
    await db.dropCollection('recado_check');
    const release = await hold(db, work);
    if (!release)
      throw new EnvError('Another `recado` has this database: wait until it has ended.');
    const leave = () => release().finally(() => mongo.close());
    await refuseRunning(db).catch((error) => leave().finally(() => Promise.reject(error as Error)));
    return { mongo, db, leave };
  } catch (error) {
    await mongo.close();
    throw error;
  }
}

/** Throws an `EnvError` while any process works on the database. */
async function refuseRunning(db: Db): Promise<void> {
  const rows = db.collection<ProcessRow>('processes');
  const seen = rows.aggregate<ProcessRow & { now: Date }>([{ $set: { now: '$$NOW' } }]);
  for await (const process of seen) {
    if (seenAt(process) === 'gone') continue;
    if (process.now.getTime() - process.beat_at.getTime() > SILENT_MS) continue;
    const [host] = process.host.split(' ');
    throw new EnvError(
      `A Recado runs on this database (process ${process.pid} on ${host}): stop all of them, wait ` +
        `${SILENT_MS / 1000} seconds where one was killed, then run this again.`,
    );
  }
}

/** Brings a database that was taken to the newest schema, as a start does. */
export async function upgradeTaken(db: Db): Promise<void> {
  // The lock is ours: what an upgrade itself would wait for.
  await upgrade(db, undefined, true);
  await versionOf(db);
}
