import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import type { Trial } from '../trial.js';
import { sqliteFile } from './old-file.js';

/** Makes of a stored message, while no Recado runs, what no Recado can read. */
export async function corrupt({ town, store }: Trial, sid: string): Promise<void> {
  if (store === 'mongo') return corruptInMongo(town.mongoUri!, sid);
  const db = new DatabaseSync(sqliteFile(town.directory));
  const { changes } = db.prepare(`UPDATE messages SET details = '{' WHERE id = ?`).run(sid);
  db.close();
  if (changes !== 1) throw new Error(`${sid} is not in the file`);
}

async function corruptInMongo(uri: string, sid: string): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    const messages = client.db().collection<{ _id: string; text: unknown }>('messages');
    const { matchedCount } = await messages.updateOne({ _id: sid }, { $set: { text: 5 } });
    if (matchedCount !== 1) throw new Error(`${sid} is not in the store`);
  } finally {
    await client.close();
  }
}
