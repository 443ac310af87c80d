import type { ClientSession } from 'mongoose';
import { moveTokens } from '../../chat/usage/usage.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { wakeNow } from '../queue/mailbox-row.mongo.js';
import { cancelTurns } from '../turns/settlement.mongo.js';

/**
 * Moves the contents of a merged conversation into the other one. All messages of both are then in
 * the order of their acceptance.
 */
export async function merge(db: Collections, from: string, into: string): Promise<void> {
  const moved = { $set: { conversation_id: into } };
  await db.transaction(async (session) => {
    await db.messages.updateMany({ conversation_id: from }, moved, { session });
    await db.turns.updateMany({ conversation_id: from }, moved, { session });
    await db.outbox.updateMany({ conversation_id: from }, moved, { session });
    await db.conversations.updateOne({ _id: from }, { $unset: { summary: 1 } }, { session });
    await moveTokens(db, from, into, session);
    await wakeNow(db, [into], session);
    await cancelIfTakenOver(db, into, session);
  });
}

/** Cancels the bot's turns if a person had one of the two conversations. */
async function cancelIfTakenOver(
  db: Collections,
  _id: string,
  session: ClientSession,
): Promise<void> {
  const taken = { _id, taken_at: { $type: 'date' as const } };
  if (!(await db.conversations.exists(taken).session(session))) return;
  await cancelTurns(db, _id, 'human', session);
}
