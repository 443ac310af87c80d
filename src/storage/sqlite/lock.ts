import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds to wait for the lock: a process that looks at it (`isLocked`) holds it for less. */
const PATIENCE = 100;

/**
 * Locks a data directory for this process, and returns a function that releases the lock. The lock
 * is an exclusive transaction on a file of its own, so the operating system releases it when the
 * process ends, however it ends. Throws an error with the code `IN_USE` when another process has
 * the lock; any other error has the path in its `file`.
 */
export function lock(file: string): () => void {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: PATIENCE });
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    db?.close();
    if (!isBusy(error)) throw Object.assign(error as Error, { file });
    throw Object.assign(new Error('the data directory is in use by another process'), {
      code: 'IN_USE',
    });
  }
  const held = db;
  return () => held.close();
}

/** Tells whether a process has the lock, without creating or changing the file. */
export function isLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: 0 });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (!isBusy(error)) throw Object.assign(error as Error, { file });
    return true;
  } finally {
    db?.close();
  }
}

function isBusy(error: unknown): boolean {
  return /locked|busy/i.test((error as Error).message);
}
