import { join } from 'node:path';
import type { Env } from '../env/env.js';
import { refusal } from './refusal.js';
import { peek } from './sqlite/peek.js';

/** Returns the path of the SQLite file. The simulator has one of its own, apart from real data. */
export function databaseFile(env: Env, simulator: boolean): string {
  return join(env.DATA_DIR, simulator ? 'simulator' : '', 'recado.sqlite');
}

/**
 * Reads a setting of the real store before a store is opened, without changing the file. Returns
 * undefined when there is none. Throws an `EnvError` when the file can't be read.
 */
export function storedSetting(env: Env, name: string): string | undefined {
  const file = databaseFile(env, false);
  try {
    return peek(file, name);
  } catch (error) {
    throw refusal(error, file);
  }
}
