import { hashOf } from '../../sessions/consent/keyed-hash.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';

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
