import { setTimeout } from 'node:timers/promises';
import type { ClientSession, Connection } from 'mongoose';
import { isStorageFailure, wasRefused } from '../storage.error.js';

const AGAIN_MS = 1000;
/** Milliseconds. By then the server has ended it by itself. */
const LONG_ENOUGH = 120_000;

/**
 * A transaction whose connection was lost may be open in the server, and hold its rows for a minute
 * or more (`transactionLifetimeLimitSeconds`). So the server is told to end its session, as soon as
 * it can be reached. Call it before the session ends: nobody else may get that session.
 */
export function endCutOff(
  error: unknown,
  { serverSession }: ClientSession,
  connection: Connection,
  closed: AbortSignal,
): void {
  // What the server refuses, it has ended.
  if (!isStorageFailure(error) || wasRefused(error)) return;
  serverSession.isDirty = true;
  void kill(serverSession.id, connection, closed);
}

async function kill(id: object, connection: Connection, closed: AbortSignal): Promise<void> {
  const ends = performance.now() + LONG_ENOUGH;
  while (performance.now() < ends && !closed.aborted) {
    const admin = connection.db?.admin();
    if (await admin?.command({ killSessions: [id] }).catch(() => undefined)) return;
    await setTimeout(AGAIN_MS, null, { signal: closed, ref: false }).catch(() => undefined);
  }
}
