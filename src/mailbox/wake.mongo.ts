import type { ClientSession, Model } from 'mongoose';
import type { ConversationRow } from '../sessions/conversation.mongo.js';
import { writeFree } from '../storage/mongo/held-rows.js';
import type { Mongo } from '../storage/mongo/mongo.js';

type Conversations = Model<ConversationRow>;

const ONE_MORE = { $add: [{ $ifNull: ['$wakes', 0] }, 1] };

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
      [{ $set: { wakes: ONE_MORE, due_at: { $ifNull: ['$due_at', '$$NOW'] } } }],
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
    [{ $set: { wakes: ONE_MORE, due_at: { $cond: [leased, '$due_at', '$$NOW'] } } }],
    { updatePipeline: true, session },
  );
}

/**
 * Takes a mailbox from whoever works on it. That claim ended by our doing, not by a crash: it is
 * not counted as one.
 */
export const FENCE = {
  token: { $add: ['$token', 1] },
  wakes: ONE_MORE,
  lease: '$$REMOVE',
  lease_until: '$$REMOVE',
  due_at: '$$NOW',
  crashes: {
    $cond: [
      { $gt: ['$lease_until', null] },
      { $max: [{ $subtract: ['$crashes', 1] }, 0] },
      '$crashes',
    ],
  },
} as const;

/** Messages keep their place in the order of acceptance, also among those of `into`. */
export async function forward(mongo: Mongo, from: string, into: string): Promise<void> {
  const { models } = mongo.connection;
  await mongo.transaction(async (session) => {
    for (const name of ['messages', 'turns', 'outbox']) {
      await models[name].updateMany(
        { conversation_id: from },
        { $set: { conversation_id: into } },
        { session },
      );
    }
    await wakeNow(models.conversations as Conversations, [into], session);
  });
}
