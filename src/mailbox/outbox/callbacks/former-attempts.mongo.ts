import type { ClientSession, QueryFilter } from 'mongoose';
import type { Collections } from '../../../storage/mongo/collections.js';
import type { OutboxRow } from '../../../storage/mongo/rows/outbox.js';

/** The update that adds what is in one field to the list in another. */
export function added(list: string, field: string) {
  const known = { $ifNull: [`$${list}`, []] };
  const longer = { $setUnion: [known, [`$${field}`]] };
  return { $cond: [{ $gt: [`$${field}`, null] }, longer, { $ifNull: [`$${list}`, '$$REMOVE'] }] };
}

/**
 * Remembers the latest attempts of parts that are sent again although a message of theirs may be on
 * its way: what is heard of such a message is kept with its part.
 */
export async function rememberAttempts(
  { outbox }: Collections,
  which: QueryFilter<OutboxRow>,
  session: ClientSession,
): Promise<void> {
  const change = [{ $set: { former_attempts: added('former_attempts', 'attempt') } }];
  await outbox.updateMany(which, change, { session, updatePipeline: true });
}
