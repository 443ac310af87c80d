import { chmodSync, copyFileSync, existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownDirectory } from '../../env/data-dir.js';
import { type Env, EnvError } from '../../env/env.js';
import { databaseFile } from '../database-file.js';
import { finish } from '../sqlite/copy.js';
import { due } from '../sqlite/migrate.js';
import { schemaVersion } from '../sqlite/peek.js';
import { takeDirectory } from '../transfer/exclusive.js';
import { putAside, removeFile } from '../transfer/files.js';
import type { Restored } from './restored.js';

/**
 * Puts a backup in the place of the SQLite file. It is copied beside it and checked first; a file that
 * is there is refused, or with `force` put aside. Throws an `EnvError` that says what to do.
 */
export function restoreSqlite(
  env: Env,
  simulator: boolean,
  backup: string,
  force: boolean,
): Restored {
  const file = databaseFile(env, simulator);
  ownDirectory(env.DATA_DIR);
  ownDirectory(dirname(file));
  const free = takeDirectory(env);
  const partial = `${file}.unfinished`;
  try {
    if (existsSync(file) && !force)
      throw new EnvError(
        `${file} is there already: name another DATA_DIR, or say --force, which puts it aside.`,
      );
    removeFile(partial);
    copyFileSync(backup, partial);
    chmodSync(partial, 0o600);
    check(partial, backup);
    const before = putAside(file);
    renameSync(partial, file);
    return { place: file, ...(before && { before }) };
  } finally {
    removeFile(partial);
    free();
  }
}

function check(file: string, backup: string): void {
  try {
    finish(file);
    due(schemaVersion(file));
  } catch (error) {
    const { message } = error as Error;
    throw new EnvError(`${backup} cannot be restored: ${message}. Nothing was changed.`);
  }
}
