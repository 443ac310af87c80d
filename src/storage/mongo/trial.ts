import { randomUUID } from 'node:crypto';
import { StorageError } from '../storage.error.js';
import { type Mongo, ONCE } from './mongo.js';

/** Milliseconds for which the server may take its time with each step. */
const MS = 2000;

/**
 * Writes a row, reads it and deletes it again, in one transaction like those of the messages. Throws
 * when that doesn't work.
 */
export async function writeAndRead(mongo: Mongo, collection: string): Promise<void> {
  const rows = mongo.connection.collection<{ _id: string }>(collection);
  const _id = randomUUID();
  const found = await mongo.transaction(
    async (session) => {
      const soon = { session, maxTimeMS: MS };
      await rows.insertOne({ _id }, soon);
      const row = await rows.findOne({ _id }, soon);
      await rows.deleteOne({ _id }, soon);
      return row;
    },
    ONCE,
    { maxCommitTimeMS: MS },
  );
  if (!found) throw new StorageError('MongoDB does not find what it has just stored.');
}
