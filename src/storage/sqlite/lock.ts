import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds: whoever only looks (`isLocked`) is in nobody's way for longer. */
const PATIENCE = 100;

/**
 * One process owns a data directory. The lock is an exclusive transaction on a file of its own:
 * the operating system lets go of it when the process ends, however it ends.
 * Returns what releases it. What it throws has the `file`.
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

/** Whether a process has it. Only looks: the file isn't made, or changed. */
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
