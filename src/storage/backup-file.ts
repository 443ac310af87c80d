import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '../env/env.js';
import { lockFile } from './open-storage.js';
import type { CopyProgress } from './sqlite/copy.js';

export type { CopyProgress };

/** The directory of the backups that the running process makes: beside the file of the store. */
export function backupDirectory(databaseFile: string): string {
  return join(dirname(databaseFile), 'backups');
}

/** The name of a backup that was begun at this time (milliseconds since 1970). */
export function backupName(at: number, kind = 'sqlite'): string {
  const time = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  return `recado-${time}.${kind}`;
}

/** Whether a process has DATA_DIR, and so the SQLite file. */
export async function isInUse(env: Env): Promise<boolean> {
  const { isLocked } = await import('./sqlite/lock.js');
  return isLocked(lockFile(env));
}

/**
 * Copies the SQLite file while no Recado runs; none can start meanwhile. Throws an error with the
 * code `IN_USE` when one runs.
 */
export async function copyStopped(
  env: Env,
  from: string,
  to: string,
  tell: (progress: CopyProgress) => void,
): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const { lock } = await import('./sqlite/lock.js');
  const { copy } = await import('./sqlite/copy.js');
  const release = lock(lockFile(env));
  const address = pathToFileURL(from);
  // No log: then nothing is to be restored from it, and no file is to be made beside this one.
  if (!existsSync(`${from}-wal`)) address.search = '?immutable=1';
  const db = new DatabaseSync(address, { readOnly: true, timeout: 5000 });
  try {
    await copy(db, to, tell);
  } finally {
    db.close();
    release();
  }
}

/** Makes one whole file of a copy and checks it. Throws an error that says what is wrong. */
export async function finishCopy(file: string): Promise<void> {
  (await import('./sqlite/copy.js')).finish(file);
}
