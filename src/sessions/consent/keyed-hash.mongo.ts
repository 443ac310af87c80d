import { createHmac } from 'node:crypto';
import type { Collections } from '../../storage/mongo/collections.js';
import { oneFormOf } from '../phones/forms.js';

/** The setting that holds the key of the hashes. See decision 8. */
export const KEY = 'erasure_key';

/** Hashes an id with a key, without which nobody can tell from the hash what it was. */
export function hashWith(key: string, id: string): string {
  return createHmac('sha256', JSON.parse(key)).update(id).digest('base64url');
}

/** Hashes addresses: of a phone, each form has the same hash. There is no key before the first erasure. */
export async function personHashes(db: Collections, waIds: string[]): Promise<string[]> {
  const key = (await db.mongo.settings<string>().findOne({ _id: KEY }))?.value;
  return key ? waIds.map((waId) => hashWith(key, oneFormOf(waId))) : [];
}
