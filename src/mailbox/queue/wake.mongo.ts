import type { ClientSession, Model } from 'mongoose';
import type { ConversationRow } from '../../sessions/conversation.mongo.js';
import { ONE_WAKE_MORE } from '../../sessions/fence.mongo.js';
import type { HeldRows } from '../../storage/mongo/held-rows.js';

type Conversations = Model<ConversationRow>;

/**
 * These mailboxes have something new; their leases and backoffs stay. How many there are. Not
 * awaited by the majority: what a failover takes back, the sweep finds.
 */
export function wake(
  { collection }: Conversations,
  mailboxes: string[],
  held: HeldRows,
): Promise<number> {
  return held.writeAll(mailboxes, async (ids, maxTimeMS) => {
    const { matchedCount } = await collection.updateMany(
      { _id: { $in: ids } } as object,
      [{ $set: { wakes: ONE_WAKE_MORE, due_at: { $ifNull: ['$due_at', '$$NOW'] } } }],
      { writeConcern: { w: 1 }, maxTimeMS },
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
