import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../../storage/sqlite/database.js';

/** The setting that holds the key of the hashes. See decision 8. */
const KEY = 'erasure_key';

/** Tells whether a message was erased. It hashes nothing while no message was ever erased. */
export function wasErased(db: Database, messageId: string): boolean {
  if (!db.get('SELECT 1 FROM erased_messages LIMIT 1')) return false;
  const hash = hashOf(db, messageId);
  return !!db.get('SELECT 1 FROM erased_messages WHERE hash = :hash', { hash });
}

/** Remembers a message as erased. */
export function noteErased(db: Database, messageId: string): void {
  db.run(
    'INSERT INTO erased_messages (hash, erased_at) VALUES (:hash, :now) ON CONFLICT DO NOTHING',
    { hash: hashOf(db, messageId), now: db.now() },
  );
}

/**
 * Hashes an id with a key, without which nobody can tell from the hashes which messages they are.
 */
function hashOf(db: Database, messageId: string): string {
  const find = () => db.get('SELECT value FROM settings WHERE name = :name', { name: KEY })?.value;
  if (!find()) {
    const value = JSON.stringify(randomBytes(32).toString('base64'));
    db.run('INSERT INTO settings (name, value) VALUES (:name, :value)', { name: KEY, value });
  }
  return createHmac('sha256', JSON.parse(find())).update(messageId).digest('base64url');
}
