import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../../storage/sqlite/database.js';
import { oneFormOf } from '../phones/forms.js';

/** The setting that holds the key of the hashes. See decision 8. */
const KEY = 'erasure_key';

/** Hashes an id with a key, without which nobody can tell from the hash what it was. */
export function hashOf(db: Database, id: string): string {
  const find = () => db.get('SELECT value FROM settings WHERE name = :name', { name: KEY })?.value;
  if (!find()) {
    const value = JSON.stringify(randomBytes(32).toString('base64'));
    db.run('INSERT INTO settings (name, value) VALUES (:name, :value)', { name: KEY, value });
  }
  return createHmac('sha256', JSON.parse(find())).update(id).digest('base64url');
}

/** Hashes an address: of a phone, each form has the same hash. */
export function personHash(db: Database, waId: string): string {
  return hashOf(db, oneFormOf(waId));
}
