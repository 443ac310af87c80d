import type { Db } from './difference.js';
import { schemaRows } from '../mongo/version/held.js';

/** What no Recado has stored: the processes' own rows, and what the database is. */
const OWN = ['processes', 'schema'];

/** The collections with what Recado stores. */
export async function collectionsOf(db: Db): Promise<string[]> {
  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = all.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
  return names.filter((name) => !OWN.includes(name)).sort();
}

/** Whether nothing is stored. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const name of await collectionsOf(db))
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) return false;
  return true;
}

/**
 * Notes that the database is being filled: until `finished`, no start takes it. What a command that was
 * broken off had put there is dropped.
 */
export async function beginFilling(db: Db, work: string): Promise<void> {
  const set = { $set: { unfinished: work } };
  await schemaRows(db).updateOne({ _id: 'schema' }, set, { upsert: true });
  for (const name of await collectionsOf(db)) await db.dropCollection(name);
}

/** Whether a command was broken off here. */
export async function wasBrokenOff(db: Db): Promise<boolean> {
  return !!(await schemaRows(db).findOne({ _id: 'schema' }))?.unfinished;
}

/** Notes that all is there, and of which version it is. */
export async function finished(db: Db, version: number): Promise<void> {
  const update = { $set: { version }, $unset: { unfinished: 1 as const } };
  await schemaRows(db).updateOne({ _id: 'schema' }, update, { upsert: true });
}
