import mongoose from 'mongoose';
import { type Env, EnvError } from '../../env/env.js';
import { ofSimulator, withoutCredentials } from '../open-storage.js';
import { newest } from '../mongo/version/upgrade.js';
import { beginFilling, finished, isEmpty, wasBrokenOff } from '../transfer/empty.js';
import { takeDatabase } from '../transfer/exclusive.js';
import { Checksum, contentsOf, type Held, linesOf } from './archive.js';
import { rowsOf, type Tell } from './dump.js';
import type { Restored } from './restored.js';

const { EJSON } = mongoose.mongo.BSON;
/** So many rows are written together. */
const AT_ONCE = 500;

/**
 * Puts a backup into the database, which must be empty, or with `force` is emptied. The backup is read to
 * its end and checked before anything is dropped; what was stored is read again and compared. Until then
 * no Recado starts on it. Throws an `EnvError` that says what to do.
 */
export async function restoreMongo(
  env: Env,
  simulator: boolean,
  file: string,
  { force, tell }: { force: boolean; tell: Tell },
): Promise<Restored> {
  const { header, held } = await contentsOf(file).catch((error: Error) => {
    throw new EnvError(`${file} is not whole: ${error.message}. Nothing was changed.`);
  });
  if (header.schema > newest())
    throw new EnvError(`${file} was made by a newer Recado: restore it with that one.`);
  const uri = simulator ? ofSimulator(env.MONGODB_URI!) : env.MONGODB_URI!;
  const place = `MongoDB, ${withoutCredentials(uri)}`;
  const { db, leave } = await takeDatabase(uri, 'restore');
  try {
    if (!force && !(await wasBrokenOff(db)) && !(await isEmpty(db)))
      throw new EnvError(
        `${place} is not empty: name another database, or say --force, which drops what is there.`,
      );
    await beginFilling(db, 'restore');
    await fill(db, file, tell);
    await compare(db, held, tell);
    await finished(db, header.schema);
  } finally {
    await leave();
  }
  return { place, made_at: header.made_at };
}

async function fill(db: mongoose.mongo.Db, file: string, tell: Tell): Promise<void> {
  let collection = '';
  let rows: string[] = [];
  let count = 0;
  const flush = async () => {
    if (!rows.length) return;
    const documents = rows.map((row) => EJSON.parse(row, { relaxed: false }) as object);
    await db.collection(collection).insertMany(documents, { ignoreUndefined: false });
    tell(collection, (count += rows.length));
    rows = [];
  };
  for await (const line of linesOf(file)) {
    if ('begins' in line) [collection, count] = [line.begins, 0];
    if ('row' in line && rows.push(line.row) >= AT_ONCE) await flush();
    if ('ends' in line) await flush();
  }
}

async function compare(db: mongoose.mongo.Db, held: Held[], tell: Tell): Promise<void> {
  for (const { collection, rows, sha256 } of held) {
    const checksum = new Checksum();
    for await (const row of rowsOf(db, collection)) checksum.add(row);
    tell(collection, checksum.rows);
    if (checksum.rows !== rows || checksum.held(collection).sha256 !== sha256)
      throw new EnvError(`${collection} is not in the database as it is in the backup: try again.`);
  }
}
