import type { ClientSession } from 'mongoose';
import { personHashes } from '../sessions/consent/keyed-hash.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';

/** Somebody who is erased: their conversations, their addresses, and since when they have opted out. */
interface Person {
  ids: string[];
  waIds: string[];
  since?: Date;
}

/**
 * Takes out of the record of consent who it was and what they wrote. An opt-out outlives the erasure, by
 * keyed hashes of their addresses.
 */
export async function keepConsent(
  db: Collections,
  { ids, waIds, since }: Person,
  session: ClientSession,
): Promise<void> {
  const hashes = await personHashes(db, waIds);
  const gone = { conversation_id: 1, address: 1, words: 1, message_id: 1, reason: 1 } as const;
  await db.consents.updateMany(
    { conversation_id: { $in: ids } },
    { $unset: gone, $set: { erased_at: new Date(), ...(hashes[0] && { person: hashes[0] }) } },
    { session },
  );
  if (!since || !hashes.length) return;
  const operations = hashes.map((_id) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: { since } }, upsert: true },
  }));
  await db.optedOutPeople.collection.bulkWrite(operations as never[], { session });
}
