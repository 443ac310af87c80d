import { closeSync, openSync, rmSync } from 'node:fs';
import { setImmediate as nextRound } from 'node:timers/promises';
import { backup, DatabaseSync } from 'node:sqlite';

/** How far a copy has come, in pages of the file. */
export interface CopyProgress {
  pages: number;
  copied: number;
}

/**
 * Pages that are copied at once. A commit waits for them at most: some milliseconds.
 */
const STEP_PAGES = 100;

/**
 * Copies a database into a new file, which only its owner may read. What this connection writes
 * meanwhile is in the copy, too; so the copy comes to its end however much is written. `tell` ends
 * it by throwing an error; then, and when it fails, no file is left.
 */
export async function copy(
  db: DatabaseSync,
  to: string,
  tell: (progress: CopyProgress) => void,
): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600));
  try {
    await copyPages(db, to, tell);
  } catch (error) {
    for (const file of [to, `${to}-journal`]) rmSync(file, { force: true });
    throw error;
  }
}

async function copyPages(
  db: DatabaseSync,
  to: string,
  tell: (progress: CopyProgress) => void,
): Promise<void> {
  const progress = ({ totalPages: pages, remainingPages }: BackupProgress) =>
    tell({ pages, copied: pages - remainingPages });
  for (;;) {
    try {
      return void (await backup(db, to, { rate: STEP_PAGES, progress }));
    } catch (error) {
      if (!wasBusy(error)) throw error;
      await nextRound();
    }
  }
}

type BackupProgress = { totalPages: number; remainingPages: number };

/**
 * A copy whose very first step meets a transaction ends at once, with an error that says "not an
 * error": Node takes it for a copy that has nothing left to do. Later steps are tried again.
 */
function wasBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === 0;
}

/**
 * Makes one whole file of a copy, without a write-ahead log beside it, and checks it. Throws an
 * error that says what is wrong with it.
 */
export function finish(file: string): void {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    db.exec('PRAGMA journal_mode = DELETE');
    const { integrity_check: found } = db.prepare('PRAGMA integrity_check(1)').get()!;
    if (found !== 'ok') throw new Error(String(found).split('\n')[0]);
  } finally {
    db.close();
  }
}
