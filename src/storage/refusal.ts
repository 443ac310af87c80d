import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvError } from '../env/env.js';
import { notUsable } from '../env/data-dir.js';
import { isDamage } from './storage.error.js';

/** What an operator reads when the embedded store at `store` can't be opened: one line, and why. */
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

/** Why this user can't read and write it; undefined also while it isn't there. */
export function objectionTo(path: string): EnvError | undefined {
  if (!existsSync(path)) return undefined;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return notUsable(path, error);
  }
}
