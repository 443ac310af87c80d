import mongoose from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { SettingRow } from '../../storage/mongo/mongo.js';

/** The setting that says up to where the news was derived from the database's changes. */
const NAME = 'announced_until';

/** A point in the changes: behind one of them, or from a time on. */
type Start = { resumeAfter: { _data: string } } | { startAtOperationTime: Time };

/** Up to where news was derived. */
export interface Position {
  start: Start;
  /** By the server's clock: everything before was derived. A former version did not note it. */
  at?: Date;
}

type Time = mongoose.mongo.Timestamp;

interface PositionRow extends SettingRow<string> {
  at?: Date;
}

/** Where to go on; undefined where nobody is to be told. */
export async function position(db: Collections): Promise<Position | undefined> {
  const row = await rows(db).findOne({ _id: NAME });
  if (!row) return undefined;
  const { value, at } = row;
  const [, t, i] = /^(\d+)\.(\d+)$/.exec(value) ?? [];
  const start =
    t === undefined
      ? { resumeAfter: { _data: value } }
      : { startAtOperationTime: new mongoose.mongo.Timestamp({ t: Number(t), i: Number(i) }) };
  return { start, ...(at && { at }) };
}

/** Begins at a time, unless somebody has begun before. */
export async function beginAt(db: Collections, time: Time): Promise<void> {
  const first = { name: NAME, ...placeOf(time) };
  await rows(db).updateOne({ _id: NAME }, { $setOnInsert: first }, { upsert: true });
}

/** Notes that the changes up to here were derived: none of them is looked at again. */
export async function goneTo(db: Collections, token: string, at: Date): Promise<void> {
  // Tokens are in the order of what they stand for. Several nodes write them.
  const older = { $or: [{ value: { $lt: token } }, { value: /\./ }] };
  await rows(db).updateOne({ _id: NAME, ...older }, { $set: { value: token, at } });
}

/** Begins anew, from a time on: the server has no longer what came between. */
export async function beginAnew(db: Collections, time: Time): Promise<void> {
  await rows(db).updateOne({ _id: NAME }, { $set: placeOf(time) });
}

/** Nobody is to be told any more. */
export async function forget(db: Collections): Promise<void> {
  await rows(db).deleteOne({ _id: NAME });
}

function rows({ mongo }: Collections) {
  return mongo.connection.collection<PositionRow>('settings');
}

function placeOf({ t, i }: Time) {
  return { value: `${t}.${i}`, at: new Date(t * 1000) };
}
