import type { ClientSession, Model } from 'mongoose';
import type { ConversationRow } from '../sessions/conversation.mongo.js';
import { ONE_WAKE_MORE } from '../sessions/fence.mongo.js';
import { writeFree } from '../storage/mongo/held-rows.js';

type Conversations = Model<ConversationRow>;

/** Milliseconds: a transaction that a hang cut off may hold one of the rows for a minute. */
const WAKE_MS = 2000;

/**
 * These mailboxes have something new; their leases and backoffs stay. How many there are. Not
 * awaited by the majority: what a failover takes back, the sweep finds.
 */
export function wake({ collection }: Conversations, mailboxes: string[]): Promise<number> {
  return writeFree(mailboxes, async (ids) => {
    const { matchedCount } = await collection.updateMany(
      { _id: { $in: ids } } as object,
      [{ $set: { wakes: ONE_WAKE_MORE, due_at: { $ifNull: ['$due_at', '$$NOW'] } } }],
      { writeConcern: { w: 1 }, maxTimeMS: WAKE_MS },
    );
    return matchedCount;
  });
}

/** Something that these waited for is there: their backoff is over, their lease isn't. */
export async function wakeNow(
  conversations: Conversations,
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
