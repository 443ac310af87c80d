import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../../storage/sqlite/database.js';

const KEY = 'erasure_key';

/** Whether this message was erased. Costs next to nothing while nothing ever was. */
export function wasErased(db: Database, messageId: string): boolean {
  if (!db.get('SELECT 1 FROM erased_messages LIMIT 1')) return false;
  const hash = hashOf(db, messageId);
  return !!db.get('SELECT 1 FROM erased_messages WHERE hash = :hash', { hash });
}

/** From now on this message counts as erased. */
export function noteErased(db: Database, messageId: string): void {
  db.run(
    'INSERT INTO erased_messages (hash, erased_at) VALUES (:hash, :now) ON CONFLICT DO NOTHING',
    { hash: hashOf(db, messageId), now: db.now() },
  );
}

/** Keyed, so that the list tells nothing to who has only it. */
function hashOf(db: Database, messageId: string): string {
  const find = () => db.get('SELECT value FROM settings WHERE name = :name', { name: KEY })?.value;
  if (!find()) {
    const value = JSON.stringify(randomBytes(32).toString('base64'));
    db.run('INSERT INTO settings (name, value) VALUES (:name, :value)', { name: KEY, value });
  }
  return createHmac('sha256', JSON.parse(find())).update(messageId).digest('base64url');
}
