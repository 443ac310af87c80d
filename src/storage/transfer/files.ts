import { existsSync, renameSync, rmSync } from 'node:fs';
import { finish } from '../sqlite/copy.js';

/** Gives a SQLite file another name, as one whole file, and returns that; undefined: there is none. */
export function putAside(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const before = `${file}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    finish(file);
  } catch {
    // A damaged one is put aside with all that belongs to it.
    for (const rest of ['-wal', '-shm'])
      if (existsSync(file + rest)) renameSync(file + rest, before + rest);
  }
  renameSync(file, before);
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
  return before;
}

/** Removes a SQLite file with all that belongs to it. */
export function removeFile(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}
