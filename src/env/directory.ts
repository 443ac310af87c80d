import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory that the environment names, with those above it, which nobody else may read.
 * Not by Node's `recursive`: that never ends where a parent is there and takes nothing (/proc).
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

function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (!there || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
