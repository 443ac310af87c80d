import type { ClientSession } from 'mongoose';
import { ONE_WAKE_MORE } from '../../sessions/fence.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Claim } from './queue.store.js';

/**
 * Makes mailboxes due that have something new, and leaves their leases and backoffs as they are.
 * Returns how many of them exist. The write waits for one node only (`w: 1`): if a failover undoes
 * it, the sweep finds the messages and wakes their mailboxes again.
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

/** Makes a mailbox due at once, and so ends its backoff. A mailbox under a lease keeps it. */
const DUE_NOW = [
  {
    $set: {
      wakes: ONE_WAKE_MORE,
      due_at: { $cond: [{ $gt: ['$lease_until', '$$NOW'] }, '$due_at', '$$NOW'] },
    },
  },
];

/** Makes mailboxes due at once, in a transaction. */
export async function wakeNow(
  { conversations }: Collections,
  ids: string[],
  session: ClientSession,
): Promise<void> {
  const options = { updatePipeline: true, session };
  await conversations.updateMany({ _id: { $in: ids } }, DUE_NOW, options);
}

/**
 * Makes mailboxes due at once, except those whose rows another transaction holds: these are left
 * alone for a while. Returns the ids of the others.
 */
export async function wakeFree({ conversations, held }: Collections, ids: string[]) {
  await held.writeAll(ids, async (some, maxTimeMS) => {
    const options = { updatePipeline: true, maxTimeMS };
    return (await conversations.updateMany({ _id: { $in: some } }, DUE_NOW, options)).matchedCount;
  });
  const left = new Set(held.resting);
  return ids.filter((id) => !left.has(id));
}

/**
 * Tells whether this claim still has the mailbox. It also writes to the mailbox's row, so that a
 * concurrent claim and this transaction conflict and MongoDB runs one of them again.
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

/**
 * Tells whether this claim still has the mailbox, and prolongs its lease to at least `leaseMs`
 * milliseconds from now.
 */
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
