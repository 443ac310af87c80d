import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import mongoose from 'mongoose';
import { EnvError } from '../../env/env.js';
import { ofSimulator } from '../open-storage.js';
import { Mongo } from '../mongo/mongo.js';
import { versionOf } from '../mongo/version/upgrade.js';
import { collectionsOf } from '../transfer/empty.js';
import { Checksum, type Held, type Line, MARK } from './archive.js';

const { EJSON } = mongoose.mongo.BSON;

/** Values keep the type that they have in the store. */
export const AS_STORED = {
  promoteLongs: false,
  promoteValues: false,
  promoteBuffers: false,
} as const;

/** How many rows of a collection are written. */
export type Tell = (collection: string, rows: number) => void;
const TOLD_EACH = 1000;

/** The rows of a collection as lines, in the order of their ids. */
export async function* rowsOf(
  db: mongoose.mongo.Db,
  collection: string,
  session?: mongoose.mongo.ClientSession,
): AsyncGenerator<string> {
  const rows = db.collection(collection).find({}, { session, ...AS_STORED });
  for await (const row of rows.sort({ _id: 1 })) yield EJSON.stringify(row, { relaxed: false });
}

/**
 * Writes all that a database holds at one moment into a new file, which only its owner may read; others
 * write meanwhile. MongoDB keeps that moment for five minutes unless `minSnapshotHistoryWindowInSeconds`
 * says more. Throws an error and leaves no file where it fails.
 */
export async function dump(
  uri: string,
  simulator: boolean,
  file: string,
  tell: Tell,
): Promise<Held[]> {
  const mongo = await Mongo.open(simulator ? ofSimulator(uri) : uri);
  const out = createGzip();
  const kept = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const done = finished(out.pipe(kept));
  done.catch(() => undefined);
  try {
    if (!mongo.connected)
      throw new EnvError('MongoDB cannot be reached: see MONGODB_URI, and `recado doctor`.');
    const held = await write(mongo, out, tell);
    out.end();
    await done;
    return held;
  } catch (error) {
    out.destroy();
    kept.destroy();
    await rm(file, { force: true });
    throw error;
  } finally {
    await mongo.close();
  }
}

async function write(mongo: Mongo, out: NodeJS.WritableStream, tell: Tell): Promise<Held[]> {
  const db = mongo.connection.db!;
  const put = async (line: string) => {
    if (!out.write(`${line}\n`)) await new Promise((resolve) => out.once('drain', resolve));
  };
  const mark = (line: Line) => put(MARK + JSON.stringify(line));
  const made_at = new Date().toISOString();
  const schema = (await versionOf(db)) || 1;
  await mark({ header: { recado: 'dump', format: 1, schema, made_at } });
  const session = mongo.connection.getClient().startSession({ snapshot: true });
  const held: Held[] = [];
  try {
    for (const collection of await collectionsOf(db)) {
      await mark({ begins: collection });
      const checksum = new Checksum();
      for await (const row of rowsOf(db, collection, session)) {
        await put(row);
        checksum.add(row);
        if (checksum.rows % TOLD_EACH === 0) tell(collection, checksum.rows);
      }
      held.push(checksum.held(collection));
      await mark({ ends: held.at(-1)! });
    }
  } finally {
    await session.endSession();
  }
  await mark({ collections: held.length });
  return held;
}
