import { randomUUID } from 'node:crypto';
import type mongoose from 'mongoose';
import { EnvError } from '../../../env/env.js';

type Db = mongoose.mongo.Db;

/** What the database is, and who changes it as a whole. */
export interface SchemaRow {
  _id: string;
  /** Of `schema`: how many migrations its rows have seen. */
  version?: number;
  /** Of `schema`: what was begun with the whole database and hasn't ended. */
  unfinished?: string;
  /** Of `lock`: who has it, what for, and until when, by the server's clock. */
  holder?: string;
  work?: string;
  until?: Date;
}

/** Milliseconds: who doesn't renew the lock for so long has died. */
const HELD_MS = 30_000;
const RENEW_MS = 5000;

export function schemaRows(db: Db): mongoose.mongo.Collection<SchemaRow> {
  return db.collection<SchemaRow>('schema');
}

/**
 * Takes the lock of the whole database, and returns what releases it; undefined when another process
 * has it. `work` says what it is taken for.
 */
export async function hold(db: Db, work: string): Promise<(() => Promise<void>) | undefined> {
  const holder = randomUUID();
  if (!(await take(db, holder, work))) return undefined;
  const renewal = setInterval(
    () => void take(db, holder, work).catch(() => false),
    RENEW_MS,
  ).unref();
  return async () => {
    clearInterval(renewal);
    await schemaRows(db).deleteOne({ _id: 'lock', holder });
  };
}

async function take(db: Db, holder: string, work: string): Promise<boolean> {
  const isFree = { $or: [{ $eq: ['$holder', holder] }, { $lte: ['$until', '$$NOW'] }] };
  const given = (mine: unknown, theirs: string) => ({ $cond: [isFree, mine, theirs] });
  const lock = {
    holder: given({ $literal: holder }, '$holder'),
    work: given({ $literal: work }, '$work'),
    until: given({ $add: ['$$NOW', HELD_MS] }, '$until'),
  };
  const options = { upsert: true, returnDocument: 'after' } as const;
  const row = await schemaRows(db).findOneAndUpdate({ _id: 'lock' }, [{ $set: lock }], options);
  return row?.holder === holder;
}

/** What the lock is held for now; undefined when nobody has it. */
export async function heldFor(db: Db): Promise<string | undefined> {
  const now = { $expr: { $gt: ['$until', '$$NOW'] } };
  return (await schemaRows(db).findOne({ _id: 'lock', ...now }))?.work;
}

/** What a start does itself; nobody else needs to end it. */
export const UPGRADE = 'upgrade';

/** Throws an `EnvError` while a command has the whole database: nothing may start meanwhile. */
export async function refuseWhileHeld(db: Db): Promise<void> {
  const work = await heldFor(db);
  if (work !== undefined && work !== UPGRADE)
    throw new EnvError(
      `MONGODB_URI: \`recado ${work}\` has this database: start when it has ended`,
    );
}
