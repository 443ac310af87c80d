import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { SQLITE_CORRUPT } from '../storage.error.js';

/** Bytes. Checking a file of this size takes less than a second. */
const LARGE = 64 * 1024 * 1024;

/** Reads a setting of a file without changing the file. Returns undefined if there is none. */
export function peek(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return readOnly(file, (db) => {
    if (!hasTable(db, 'settings')) return undefined;
    const row = db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row?.value as string | undefined;
  });
}

/** Whether a table of a file has any row. */
export function hasRows(file: string, table: 'documents'): boolean {
  return readOnly(
    file,
    (db) => hasTable(db, table) && db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined,
  );
}

/** A file that was created but not migrated has no tables. */
function hasTable(db: DatabaseSync, name: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}

/** Returns the version of a file's schema without changing the file. */
export function schemaVersion(file: string): number {
  return readOnly(file, (db) => db.prepare('PRAGMA user_version').get()!.user_version as number);
}

/**
 * Checks a file with SQLite's `quick_check`, of a large file only the settings. Throws an error
 * with the `errcode` 11 (SQLITE_CORRUPT) when the file is damaged.
 */
export function examine(file: string): void {
  const what = statSync(file).size > LARGE ? 'settings' : '1';
  const check = `PRAGMA quick_check(${what})`;
  const found = readOnly(file, (db) => db.prepare(check).get()!.quick_check);
  const errcode = SQLITE_CORRUPT;
  if (found !== 'ok') throw Object.assign(new Error(String(found).split('\n')[0]), { errcode });
}

/** Opens a file for reading only, and creates no other file next to it. */
function readOnly<T>(file: string, read: (db: DatabaseSync) => T): T {
  const address = pathToFileURL(file);
  // Even a reader creates a write-ahead log and leaves it, unless the file is opened as immutable.
  // That is safe while there is no log, because then no process has the file open
  // (https://www.sqlite.org/uri.html).
  if (!existsSync(`${file}-wal`)) address.search = '?immutable=1';
  const db = new DatabaseSync(address, { readOnly: true, timeout: 5000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
