import { join } from 'node:path';
import type { Env } from '../env/env.js';
import { refusal } from './refusal.js';
import { peek } from './sqlite/peek.js';

/** The SQLite file. What the simulator leaves is kept apart from real data. */
export function databaseFile(env: Env, simulator: boolean): string {
  return join(env.DATA_DIR, simulator ? 'simulator' : '', 'recado.sqlite');
}

/**
 * A setting that the real store has, before anything is opened. The file is only looked at.
 * Throws an `EnvError` when it can't be read; undefined when there is none.
 */
export function storedSetting(env: Env, name: string): string | undefined {
  const file = databaseFile(env, false);
  try {
    return peek(file, name);
  } catch (error) {
    throw refusal(error, file);
  }
}
