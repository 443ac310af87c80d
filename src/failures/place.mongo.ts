import type { ClientSession } from 'mongoose';
import { FENCE } from '../sessions/fence.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { TurnRow } from '../storage/mongo/rows/turn.js';
import { wakeNow } from '../mailbox/queue/mailbox-row.mongo.js';

/** Behind so many newer turns an older one goes out last, without a look at each of them. */
const MOST_NEWER = 100;

/**
 * Puts a turn that was settled, and is in work again, where it parts no other: behind all, if a newer
 * one was begun. Otherwise it stays before them, and a worker that may be about to begin one of those
 * loses the mailbox. Wakes the mailbox. `now` is the conversation that the turn's is now: a merged
 * one's contents may still have to be moved.
 */
export async function takePlace(
  db: Collections,
  { _id, conversation_id, seq }: TurnRow,
  now: string,
  session: ClientSession,
): Promise<void> {
  const { turns, outbox, conversations } = db;
  const both = { conversation_id: { $in: [...new Set([conversation_id, now])] } };
  const which = { ...both, seq: { $gt: seq }, answer: { $exists: true } };
  const find = turns.find(which, { outcome: 1 }, { session });
  const newer = await find.sort({ seq: 1 }).limit(MOST_NEWER).lean();
  const ids = newer.map((turn) => turn._id);
  const attempted = { turn_id: { $in: ids }, attempt: { $exists: true } };
  const many = newer.length === MOST_NEWER;
  if (many || (await outbox.exists(attempted).session(session))) {
    const last = { $currentDate: { seq: { $type: 'timestamp' } } } as const;
    await turns.updateOne({ _id }, last, { session });
  } else if (newer.some(({ outcome }) => outcome === null)) {
    const fenced = [{ $set: FENCE }];
    await conversations.updateOne({ _id: now }, fenced, { session, updatePipeline: true });
  }
  await wakeNow(db, [conversation_id], session);
}
