import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** One setting of a file that isn't opened yet, without changing it; undefined if there is none. */
export function peek(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    const row = db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row?.value as string | undefined;
  } catch (error) {
    // A file that was made but not migrated yet.
    if (/no such table/.test((error as Error).message)) return undefined;
    throw error;
  } finally {
    db.close();
  }
}
