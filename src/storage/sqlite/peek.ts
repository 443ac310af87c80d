import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { SQLITE_CORRUPT } from '../storage.error.js';

/** Bytes: the whole of it is looked at in less than a second. */
const LARGE = 64 * 1024 * 1024;

/** One setting of a file that isn't opened yet, without changing it; undefined if there is none. */
export function peek(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return looking(file, (db) => {
    // A file that was made but not migrated yet.
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").get()) return undefined;
    const row = db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row?.value as string | undefined;
  });
}

/** The version of its schema, likewise. */
export function schemaVersion(file: string): number {
  return looking(file, (db) => db.prepare('PRAGMA user_version').get()!.user_version as number);
}

/** Throws when its pages don't fit together; of a large file only the settings' are looked at. */
export function examine(file: string): void {
  const what = statSync(file).size > LARGE ? 'settings' : '1';
  const found = looking(file, (db) => db.prepare(`PRAGMA quick_check(${what})`).get()!.quick_check);
  const errcode = SQLITE_CORRUPT;
  if (found !== 'ok') throw Object.assign(new Error(String(found).split('\n')[0]), { errcode });
}

/** Nothing is made beside it, either. */
function looking<T>(file: string, look: (db: DatabaseSync) => T): T {
  const address = pathToFileURL(file);
  // Who only reads would also make a log, and leave it. Without one nobody has the file open.
  if (!existsSync(`${file}-wal`)) address.search = '?immutable=1';
  const db = new DatabaseSync(address, { readOnly: true, timeout: 5000 });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
