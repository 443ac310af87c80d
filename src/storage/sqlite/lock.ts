import { DatabaseSync } from 'node:sqlite';

/**
 * One process owns a data directory. The lock is an exclusive transaction on a file of its own:
 * the operating system lets go of it when the process ends, however it ends.
 * Returns what releases it.
 */
export function lock(file: string): () => void {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    db.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw Object.assign(new Error('the data directory is in use by another process'), {
      code: 'IN_USE',
    });
  }
  return () => db.close();
}
