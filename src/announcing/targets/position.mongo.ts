import mongoose from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';

/** The setting that says up to where the news was derived from the database's changes. */
const NAME = 'announced_until';

/** A point in the changes: behind one of them, or from a time on. */
export type Position = { resumeAfter: { _data: string } } | { startAtOperationTime: Time };

type Time = mongoose.mongo.Timestamp;

/** Where to go on; undefined where nobody is to be told. */
export async function position({ mongo }: Collections): Promise<Position | undefined> {
  const value = (await mongo.settings<string>().findOne({ _id: NAME }))?.value;
  if (value === undefined) return undefined;
  const [, t, i] = /^(\d+)\.(\d+)$/.exec(value) ?? [];
  if (t === undefined) return { resumeAfter: { _data: value } };
  return { startAtOperationTime: new mongoose.mongo.Timestamp({ t: Number(t), i: Number(i) }) };
}

/** Begins at a time, unless somebody has begun before. */
export async function beginAt({ mongo }: Collections, { t, i }: Time): Promise<void> {
  const first = { name: NAME, value: `${t}.${i}` };
  await mongo
    .settings<string>()
    .updateOne({ _id: NAME }, { $setOnInsert: first }, { upsert: true });
}

/** Notes that the changes up to here were derived: none of them is looked at again. */
export async function goneTo({ mongo }: Collections, token: string): Promise<void> {
  const settings = mongo.settings<string>();
  // Tokens are in the order of what they stand for. Several nodes write them.
  const older = { $or: [{ value: { $lt: token } }, { value: /\./ }] };
  await settings.updateOne({ _id: NAME, ...older }, { $set: { value: token } });
}

/** Begins anew, from a time on: the server has no longer what came between. */
export async function beginAnew({ mongo }: Collections, { t, i }: Time): Promise<void> {
  const value = `${t}.${i}`;
  await mongo.settings<string>().updateOne({ _id: NAME }, { $set: { value } });
}

/** Nobody is to be told any more. */
export async function forget({ mongo }: Collections): Promise<void> {
  await mongo.settings<string>().deleteOne({ _id: NAME });
}
