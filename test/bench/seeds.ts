import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';

/** How much is in a store before it is measured: settled messages, and mailboxes, 100 of them due. */
export interface Stored {
  messages: number;
  mailboxes: number;
}

const DUE = 100;
const CHUNK = 20_000;

export function seedSqlite(file: string, { messages, mailboxes }: Stored): void {
  const db = new DatabaseSync(file);
  const numbers = (count: number) =>
    `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})`;
  db.exec(`PRAGMA synchronous = OFF; PRAGMA cache_size = -100000; BEGIN;
    ${numbers(mailboxes)} INSERT INTO conversations (id, created_at, due_at)
      SELECT 'c' || i, 1, CASE WHEN i < ${DUE} THEN 1 END FROM n;
    ${numbers(messages)} INSERT INTO messages (id, conversation_id, role, source, text, created_at)
      SELECT hex(randomblob(16)), 'c' || (i % ${mailboxes}), 'user', 'whatsapp', 'text ' || i, 1
      FROM n;
    COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`);
  db.close();
}

export function allDueOnSqlite(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('UPDATE conversations SET due_at = 1; PRAGMA wal_checkpoint(TRUNCATE);');
  db.close();
}

export async function seedMongo(connection: Connection, stored: Stored): Promise<void> {
  const date = new Date(1);
  const conversation = (i: number) => ({
    _id: `c${i}`,
    created_at: date,
    token: 0,
    wakes: 0,
    crashes: 0,
    ...(i < DUE && { due_at: date }),
  });
  const message = (i: number) => ({
    _id: randomUUID(),
    conversation_id: `c${i % stored.mailboxes}`,
    role: 'user',
    source: 'whatsapp',
    text: `text ${i}`,
    created_at: date,
  });
  await insert(connection, 'conversations', stored.mailboxes, conversation);
  await insert(connection, 'messages', stored.messages, message);
}

export async function allDueOnMongo(connection: Connection): Promise<void> {
  await connection.collection('conversations').updateMany({}, { $set: { due_at: new Date(1) } });
}

async function insert(
  connection: Connection,
  name: string,
  count: number,
  row: (i: number) => object,
): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => row(from + i));
    const options = { ordered: false, writeConcern: { w: 1 } };
    await connection.collection(name).insertMany(rows as never[], options);
  }
}
