import type { ClientSession } from 'mongoose';
import { ONE_WAKE_MORE } from '../../sessions/fence.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Claim } from './queue.store.js';

/**
 * These mailboxes have something new; their leases and backoffs stay. How many there are. Not
 * awaited by the majority: what a failover takes back, the sweep finds.
 */
export function wake({ conversations, held }: Collections, mailboxes: string[]): Promise<number> {
  return held.writeAll(mailboxes, async (ids, maxTimeMS) => {
    const { matchedCount } = await conversations.collection.updateMany(
      { _id: { $in: ids } } as object,
      [{ $set: { wakes: ONE_WAKE_MORE, due_at: { $ifNull: ['$due_at', '$$NOW'] } } }],
      { writeConcern: { w: 1 }, maxTimeMS },
    );
    return matchedCount;
  });
}

/** Something that these waited for is there: their backoff is over, their lease isn't. */
export async function wakeNow(
  { conversations }: Collections,
  ids: string[],
  session?: ClientSession,
): Promise<void> {
  const leased = { $gt: ['$lease_until', '$$NOW'] };
  await conversations.updateMany(
    { _id: { $in: ids } },
    [{ $set: { wakes: ONE_WAKE_MORE, due_at: { $cond: [leased, '$due_at', '$$NOW'] } } }],
    { updatePipeline: true, session },
  );
}

/**
 * Whether this claim still has the mailbox. It writes to the mailbox's row, so that another claim's
 * write collides with the transaction.
 */
export async function holds(
  { conversations }: Collections,
  { conversationId: _id, token }: Claim,
  session: ClientSession,
): Promise<boolean> {
  const raise = { $inc: { answers: 1 } };
  const options = { session, strict: false } as const;
  return !!(await conversations.updateOne({ _id, token }, raise, options)).matchedCount;
}

/** The same, and the lease lasts for `leaseMs` more at least. */
export async function prolong(
  { conversations }: Collections,
  { conversationId: _id, token }: Claim,
  leaseMs: number,
  session: ClientSession,
): Promise<boolean> {
  const until = { $max: ['$lease_until', { $add: ['$$NOW', leaseMs] }] };
  const { matchedCount } = await conversations.updateOne(
    { _id, token },
    [{ $set: { lease_until: until, due_at: until } }],
    { session, updatePipeline: true },
  );
  return matchedCount === 1;
}
