import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvError } from '../env/env.js';
import { notUsable } from '../env/data-dir.js';
import { isDamage } from './storage.error.js';

/** Returns the error that tells an operator in one line why the SQLite file can't be opened. */
export function refusal(error: unknown, store: string): EnvError {
  const { message, file = store, errcode } = error as Error & { file?: string; errcode?: number };
  if (error instanceof EnvError) return error;
  if (isDamage(errcode))
    return new EnvError(`DATA_DIR: ${file} is damaged (${message}): put back a backup of it`);
  return (
    objectionTo(dirname(file)) ??
    objectionTo(file) ??
    new EnvError(`DATA_DIR: ${file} cannot be opened: ${message}`)
  );
}

/** Says why this user can't read and write a path; undefined when it can or nothing is there. */
export function objectionTo(path: string): EnvError | undefined {
  if (!existsSync(path)) return undefined;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return notUsable(path, error);
  }
}
