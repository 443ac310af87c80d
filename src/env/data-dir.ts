import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvError } from './env.js';
import { makeDirectory } from './directory.js';

/** Makes a directory in DATA_DIR that only its owner may read. Throws an `EnvError` if it can't. */
export function ownDirectory(directory: string): void {
  try {
    makeDirectory(directory);
  } catch (error) {
    throw notUsable(directory, error);
  }
}

/**
 * The text in a file of DATA_DIR. The first start makes the file; only its owner may read it.
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

/** The text in a file of DATA_DIR; undefined when there is none. Throws an `EnvError` if unreadable. */
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

/** Tells the operator which path of DATA_DIR can't be used, and why. */
export function notUsable(path: string, error: unknown): EnvError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new EnvError(`DATA_DIR: ${path} cannot be used (${code ?? message})`);
}
