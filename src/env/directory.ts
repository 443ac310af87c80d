import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory that the environment names, and the missing ones above it. Only their owner may
 * read them. Node's `recursive` option is not used: it never returns if a parent exists but takes no
 * new entries, as /proc does.
 */
export function makeDirectory(directory: string): void {
  const path = resolve(directory);
  try {
    makeOne(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeDirectory(dirname(path));
    makeOne(path);
  }
}

/** Makes one directory. A directory that is there already is no error; a file is. */
function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (!there || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
