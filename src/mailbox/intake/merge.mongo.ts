import type { ClientSession } from 'mongoose';
import { moveUse } from '../../chat/usage/usage.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { ONCE } from '../../storage/mongo/mongo.js';
import { holds, wakeNow } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { cancelTurns } from '../turns/settlement.mongo.js';

/** One step moves at most so many rows: it takes far less than a second. */
const AT_ONCE = 500;

/**
 * Gives the conversation that another was merged into what the other's row holds: the tokens used
 * on the day. Its summary is dropped. It is done as the two are linked, or else with the contents.
 */
export function inherit(db: Collections, from: string, into: string): Promise<void> {
  return db.transaction((session) => inheritWithin(db, from, into, session), ONCE);
}

/**
 * Moves some of the contents of a merged conversation into the one that it was merged into, the
 * oldest first. All messages of both are then in the order of their acceptance. Returns whether
 * more may be left. If not, it wakes that one and releases the claim.
 */
export function mergeSome(db: Collections, claim: Claim, most = AT_ONCE): Promise<boolean> {
  return db.transaction(async (session) => {
    if (!(await holds(db, claim, session))) return false;
    const from = claim.conversationId;
    const row = await db.conversations.findById(from, null, { session }).lean();
    const into = row!.merged_into!;
    if ((await moveRows(db, from, into, most, session)) === most) return true;
    await inheritWithin(db, from, into, session);
    if ((await cancelIfTakenOver(db, into, most, session)) === most) return true;
    await wakeNow(db, [into], session);
    await endMerge(db, from, session);
    return false;
  });
}

/**
 * Moves at most `most` rows, the oldest messages first, and returns how many it moved. It calls the
 * driver directly, for which the three collections are of one kind.
 */
async function moveRows(
  { messages, turns, outbox }: Collections,
  from: string,
  into: string,
  most: number,
  session: ClientSession,
): Promise<number> {
  let count = 0;
  for (const { collection } of [messages, turns, outbox]) {
    if (count === most) break;
    const rows = collection.find({ conversation_id: from }, { session, projection: { _id: 1 } });
    const some = await (collection === messages.collection ? rows.sort({ seq: 1 }) : rows)
      .limit(most - count)
      .toArray();
    const moved = { _id: { $in: some.map(({ _id }) => _id) } };
    await collection.updateMany(moved, { $set: { conversation_id: into } }, { session });
    count += some.length;
  }
  return count;
}

async function inheritWithin(
  db: Collections,
  from: string,
  into: string,
  session: ClientSession,
): Promise<void> {
  await db.conversations.updateOne({ _id: from }, { $unset: { summary: 1 } }, { session });
  await moveUse(db, from, into, session);
}

/** Cancels at most `most` of the bot's turns if a person had one of the two conversations. */
async function cancelIfTakenOver(
  db: Collections,
  _id: string,
  most: number,
  session: ClientSession,
): Promise<number> {
  const taken = { _id, taken_at: { $type: 'date' as const } };
  if (!(await db.conversations.exists(taken).session(session))) return 0;
  return cancelTurns(db, _id, 'human', session, most);
}

/**
 * Releases a mailbox that is empty now. A message that another node stores in it at this moment
 * makes it due again: the node's write to this row comes after the transaction.
 */
async function endMerge(db: Collections, _id: string, session: ClientSession): Promise<void> {
  const ended = { $set: { crashes: 0 }, $unset: { lease: 1, lease_until: 1, due_at: 1 } };
  await db.conversations.updateOne({ _id }, ended as object, { session });
}
