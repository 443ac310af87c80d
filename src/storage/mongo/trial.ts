import { randomUUID } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import { StorageError } from '../storage.error.js';

/** Milliseconds for which the server may take its time with each step, and with the commit. */
export const STEP_MS = 2000;

type Transaction = <T>(work: (session: ClientSession) => Promise<T>) => Promise<T>;

/**
 * Writes a row, reads it and deletes it again, in one transaction like those of the messages. Throws
 * when that doesn't work.
 */
export async function writeAndRead(
  connection: Connection,
  collection: string,
  transaction: Transaction,
): Promise<void> {
  const rows = connection.collection<{ _id: string }>(collection);
  const _id = randomUUID();
  const found = await transaction(async (session) => {
    const soon = { session, maxTimeMS: STEP_MS };
    await rows.insertOne({ _id }, soon);
    const row = await rows.findOne({ _id }, soon);
    await rows.deleteOne({ _id }, soon);
    return row;
  });
  if (!found) throw new StorageError('MongoDB does not find what it has just stored.');
}
