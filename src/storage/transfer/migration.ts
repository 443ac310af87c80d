import { chmodSync, existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Env, EnvError } from '../../env/env.js';
import { ownDirectory } from '../../env/data-dir.js';
import { dirname } from 'node:path';
import { databaseFile } from '../database-file.js';
import { ofSimulator, withoutCredentials } from '../open-storage.js';
import { Collections } from '../mongo/collections.js';
import { newest } from '../mongo/version/upgrade.js';
import { Database } from '../sqlite/database.js';
import { migrate } from '../sqlite/migrate.js';
import { finish } from '../sqlite/copy.js';
import { takeDatabase, type TakenDatabase, takeDirectory, upgradeTaken } from './exclusive.js';
import { beginFilling, finished, isEmpty, wasBrokenOff } from './empty.js';
import { putAside, removeFile } from './files.js';
import { MongoSide } from './mongo-side.js';
import { planOf } from './plan.js';
import { allSchemas } from './schemas.js';
import { SqliteSide, tablesOf } from './sqlite-side.js';
import { type Moved, type Progress, transfer } from './transfer.js';

export type { Moved, Progress };

/** What is wanted, and who hears how far it is. */
export interface Wanted {
  to: 'sqlite' | 'mongodb';
  /** Replaces what is there. */
  force: boolean;
  tell(progress: Progress): void;
}

/** What was brought over, and where it is now. */
export interface Migrated {
  from: string;
  to: string;
  tables: Moved[];
  /** The file that was there before, where there was one. */
  before?: string;
}

/**
 * Brings everything from the one store to the other. Both must have stopped, and nobody can start on
 * them meanwhile. What was there stays as it is; the new store is one that a start takes only when
 * all of it is there and was compared. Throws an `EnvError` that says what to do.
 */
export async function migrateStore(
  env: Env,
  simulator: boolean,
  wanted: Wanted,
): Promise<Migrated> {
  if (!env.MONGODB_URI) throw new EnvError(NO_URI);
  const uri = simulator ? ofSimulator(env.MONGODB_URI) : env.MONGODB_URI;
  const file = databaseFile(env, simulator);
  if (wanted.to === 'mongodb' && !existsSync(file))
    throw new EnvError(`There is no SQLite store: ${file} is not there. See DATA_DIR.`);
  ownDirectory(env.DATA_DIR);
  const free = takeDirectory(env);
  try {
    const taken = await takeDatabase(uri, 'migrate');
    try {
      const places = { file, database: `MongoDB, ${withoutCredentials(uri)}` };
      return await (wanted.to === 'mongodb' ? toMongo : toSqlite)(taken, places, wanted);
    } finally {
      await taken.leave();
    }
  } finally {
    free();
  }
}

const NO_URI =
  'Both stores must be named: set MONGODB_URI, and DATA_DIR where it is not ./data. With ' +
  'MONGODB_URI, SECRET_KEY and ADMIN_TOKEN are wanted, too: those of the store that is migrated.';

interface Places {
  file: string;
  database: string;
}

async function toMongo({ mongo, db }: TakenDatabase, places: Places, wanted: Wanted) {
  if (!(await wasBrokenOff(db)) && !(await isEmpty(db)) && !wanted.force)
    throw new EnvError(
      `${places.database} is not empty: name another database, or say --force, which drops what is there.`,
    );
  const source = openFile(places.file);
  try {
    const plans = planOf(tablesOf(source), await allSchemas());
    await beginFilling(db, 'migrate');
    await Collections.open(mongo);
    const sides = [
      new SqliteSide(source, places.file),
      new MongoSide(db, places.database),
    ] as const;
    const tables = await transfer(...sides, plans, wanted.tell);
    await finished(db, newest());
    return { from: places.file, to: places.database, tables };
  } finally {
    source.close();
  }
}

async function toSqlite({ db }: TakenDatabase, { file, database }: Places, wanted: Wanted) {
  if (existsSync(file) && !wanted.force)
    throw new EnvError(
      `${file} is there already: name another DATA_DIR, or say --force, which puts it aside.`,
    );
  await upgradeTaken(db);
  await refuseIncomplete(db);
  ownDirectory(dirname(file));
  const partial = `${file}.unfinished`;
  removeFile(partial);
  const target = openFile(partial);
  try {
    const plans = planOf(tablesOf(target), await allSchemas());
    const sides = [new MongoSide(db, database), new SqliteSide(target, file)] as const;
    const tables = await transfer(...sides, plans, wanted.tell);
    target.close();
    finish(partial);
    chmodSync(partial, 0o600);
    const before = putAside(file);
    renameSync(partial, file);
    return { from: database, to: file, tables, ...(before && { before }) };
  } catch (error) {
    if (target.isOpen) target.close();
    removeFile(partial);
    throw error;
  }
}

/** Of rows that a former version made, a start completes some: they are brought over after that. */
async function refuseIncomplete(db: TakenDatabase['db']): Promise<void> {
  const incomplete = { channel: { $exists: false } };
  if (await db.collection('conversations').findOne(incomplete))
    throw new EnvError('Rows of a former version are there: start this Recado once on MongoDB.');
}

/** The file with the newest schema, which this makes where it must. */
function openFile(file: string): DatabaseSync {
  const database = new Database(file);
  try {
    migrate(database);
  } finally {
    database.close();
  }
  // Tables come in any order: rows may be there before those that they point at.
  return new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
}
