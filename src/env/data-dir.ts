import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvError } from './env.js';
import { makeDirectory } from './directory.js';

/** Makes a directory of ours, which nobody else may read. */
export function ownDirectory(directory: string): void {
  try {
    makeDirectory(directory);
  } catch (error) {
    throw notUsable(directory, error);
  }
}

/**
 * The text in a file of DATA_DIR; made on the first start, readable by its owner only.
 * Throws an `EnvError` when it can be neither read nor made.
 */
export function keptFile(file: string, make: () => string): string {
  const kept = readKept(file);
  if (kept !== undefined) return kept;
  const text = make();
  ownDirectory(dirname(file));
  try {
    write(file, text);
  } catch (error) {
    throw notUsable(file, error);
  }
  return text;
}

/** The text in a file of DATA_DIR; undefined when there is no such file. */
export function readKept(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text) return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notUsable(file, error);
  }
  throw new EnvError(`DATA_DIR: ${file} is empty; remove it, and a new one is made`);
}

function write(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function notUsable(path: string, error: unknown): EnvError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new EnvError(`DATA_DIR: ${path} cannot be used (${code ?? message})`);
}
