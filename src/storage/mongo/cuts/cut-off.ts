import { setTimeout } from 'node:timers/promises';
import mongoose, { type ClientSession, type Connection } from 'mongoose';
import { isStorageFailure, wasCut, wasRefused } from '../../storage.error.js';

const { MongoError } = mongoose.mongo;

/**
 * Milliseconds between two attempts to end a session. The first comes soon: where one connection was
 * cut, the next one serves, and who waits for the rows is refused after two seconds.
 */
const RETRY_MS = { first: 50, most: 1000 };
/** Milliseconds. After this time the server has ended the transaction by itself. */
const GIVE_UP_MS = 120_000;

/**
 * Throws the error of a step in a transaction, and has the transaction begun again where its connection was cut:
 * nothing of it is committed. The driver (7.8.0) says so itself, but not where it has heard of the cut by
 * another connection before.
 */
export function orAgain(error: unknown): never {
  if (error instanceof MongoError && wasCut(error))
    error.addErrorLabel('TransientTransactionError');
  throw error;
}

/**
 * Ends a transaction whose connection was lost. It may still be open in the server and hold its
 * rows for a minute or more (MongoDB's `transactionLifetimeLimitSeconds`), so the server is told to
 * kill its session as soon as it can be reached. Call this before the session ends: the driver must
 * not give the same server session to another transaction.
 */
export function endCutOff(
  error: unknown,
  { serverSession }: ClientSession,
  connection: Connection,
  closed: AbortSignal,
): void {
  // When the server itself refuses a transaction, it has ended it.
  if (!isStorageFailure(error) || wasRefused(error)) return;
  serverSession.isDirty = true;
  void kill(serverSession.id, connection, closed);
}

async function kill(id: object, connection: Connection, closed: AbortSignal): Promise<void> {
  const ends = performance.now() + GIVE_UP_MS;
  for (let wait = RETRY_MS.first; performance.now() < ends && !closed.aborted; wait *= 2) {
    const admin = connection.db?.admin();
    if (await admin?.command({ killSessions: [id] }).catch(() => undefined)) return;
    await setTimeout(Math.min(wait, RETRY_MS.most), null, { signal: closed, ref: false }).catch(
      () => undefined,
    );
  }
}
