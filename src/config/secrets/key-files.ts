import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readKept } from '../../env/data-dir.js';

/** The files of former keys stand beside the key's: `secret-key.until-20261129T181500123Z`. */
const UNTIL = '.until-';

/**
 * Puts another text into a file of DATA_DIR and keeps the one before in a file of its own. Whenever
 * the machine stops, the file holds one of the two, and the older one isn't lost. Returns the
 * name of the file that has it.
 */
export function replaceKept(file: string, next: string, now: Date): string {
  const before = readKept(file);
  const former = `${file}${UNTIL}${now.toISOString().replaceAll(/[-:.]/g, '')}`;
  if (before !== undefined) write(former, before);
  putKept(file, next);
  return former;
}

/** Puts another text into a file of DATA_DIR: at any time it holds the old or the new one, whole. */
export function putKept(file: string, next: string): void {
  write(`${file}.partial`, next);
  renameSync(`${file}.partial`, file);
  const directory = openSync(dirname(file), 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/** What a file held formerly, the latest first. */
export function formerlyIn(file: string): string[] {
  const begins = basename(file) + UNTIL;
  const names = namesIn(dirname(file)).filter((name) => name.startsWith(begins));
  return names
    .sort()
    .reverse()
    .flatMap((name) => readKept(join(dirname(file), name)) ?? []);
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function write(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
