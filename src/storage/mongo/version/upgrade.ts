import { setTimeout as sleep } from 'node:timers/promises';
import type mongoose from 'mongoose';
import { EnvError } from '../../../env/env.js';
import { hold, refuseWhileHeld, schemaRows, UPGRADE } from './held.js';

type Db = mongoose.mongo.Db;

/** Brings the rows of the version before to the next one. Run again after a crash, it does no harm. */
export type Migration = (db: Db) => Promise<void>;

/**
 * The migrations in their order. Never change one that was released; add another one instead. What old
 * and new processes can both work with needs none: while nodes are replaced, both run. The version of
 * a database is one more than the migrations that it has seen: what there was before versions is 1.
 */
const MIGRATIONS: Migration[] = [];

/** Milliseconds between two looks at whether another process is done. */
const LOOK_MS = 100;

/** The version that this Recado works with. */
export const newest = (migrations = MIGRATIONS): number => migrations.length + 1;

/**
 * Brings the database to the newest schema: one process does, and the others wait for it. Throws an
 * `EnvError` for one of a newer Recado, and for one that a command has or has left unfinished.
 * `held`: this process has the whole database.
 */
export async function upgrade(db: Db, migrations = MIGRATIONS, held = false): Promise<void> {
  if (held) return run(db, migrations);
  for (;;) {
    await refuseWhileHeld(db);
    const version = await versionOf(db, migrations);
    if (version === newest(migrations)) return;
    const release = await hold(db, UPGRADE);
    if (!release) {
      await sleep(LOOK_MS);
      continue;
    }
    try {
      await run(db, migrations);
    } finally {
      await release();
    }
  }
}

/** Under the lock: the version is read anew, since another process may just have been here. */
async function run(db: Db, migrations: Migration[]): Promise<void> {
  for (let at = (await versionOf(db, migrations)) || 1; at < newest(migrations); at++) {
    await migrations[at - 1](db);
    await keepVersion(db, at + 1);
  }
  await keepVersion(db, newest(migrations));
}

/** Notes which version the database has. */
export async function keepVersion(db: Db, version = newest()): Promise<void> {
  await schemaRows(db).updateOne({ _id: 'schema' }, { $set: { version } }, { upsert: true });
}

/**
 * The version of a database; 0: it was made before there were versions, or is empty. Throws an
 * `EnvError` for one that no start may take.
 */
export async function versionOf(db: Db, migrations = MIGRATIONS): Promise<number> {
  const { version = 0, unfinished } = (await schemaRows(db).findOne({ _id: 'schema' })) ?? {};
  if (unfinished)
    throw new EnvError(
      `MONGODB_URI: \`recado ${unfinished}\` was broken off in this database: run it again to its end`,
    );
  if (version > newest(migrations))
    throw new EnvError(
      `MONGODB_URI: the database's schema is version ${version}, made by a newer Recado: start that one`,
    );
  return version;
}
