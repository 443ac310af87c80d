import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { builtFile } from '../../support/built.process.js';
import type { Text } from '../writers.js';

const MIGRATIONS = builtFile('storage/sqlite/migrations');

/** In the order of their numbers, whichever folder they are in. */
function files(): string[] {
  return readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort((one, other) => basename(one).localeCompare(basename(other)));
}

/** How many migrations there are. */
export function latestVersion(): number {
  return files().length;
}

/** A node's file, in the folder of a town. */
export function sqliteFile(directory: string): string {
  return join(directory, 'data-sqlite', 'recado.sqlite');
}

/** Says of a file, which nobody has open, that its schema is of this version. */
export function setVersion(file: string, version: number): void {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA user_version = ${version}`);
  db.close();
}

/** Makes a file as a Recado of this version left it, with messages that wait for their answers. */
export async function writeOldFile(file: string, version: number, waiting: Text[]): Promise<void> {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { force: true });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL');
  for (const [n, migration] of files().slice(0, version).entries()) {
    const [sql] = Object.values((await import(join(MIGRATIONS, migration))) as object);
    db.exec(`BEGIN; ${sql}; PRAGMA user_version = ${n + 1}; COMMIT;`);
    // What waits is as old as the file's first schema.
    if (n === 0) for (const text of waiting) insert(db, text);
  }
  db.close();
}

function insert(db: DatabaseSync, { sid, from, tokens }: Text): void {
  const now = Date.now();
  const id = `c0c0c0c0-0000-4000-8000-${sid.slice(2, 14)}`;
  db.prepare(
    `INSERT INTO whatsapp_sessions (wa_id, conversation_id, created_at, updated_at)
     VALUES (?, ?, ?, ?)`,
  ).run(from.replace('whatsapp:', ''), id, now, now);
  db.prepare('INSERT INTO conversations (id, created_at, wakes, due_at) VALUES (?, ?, 1, ?)').run(
    id,
    now,
    now,
  );
  db.prepare(
    `INSERT INTO messages (id, conversation_id, role, source, text, waiting, created_at)
     VALUES (?, ?, 'user', 'whatsapp', ?, 1, ?)`,
  ).run(sid, id, tokens[0], now);
}
