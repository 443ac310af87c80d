import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import type { Ended } from './outcome-counts.js';
import type { PartState } from './part.js';
import { outcomeUpdate, toTurn } from './turn-row.mongo.js';
import { settlementOf, type Outcome } from './turn.js';

/** Draws a turn's outcome from its parts, and what it means for those that are to be sent. */
export async function settleTurn(
  db: Collections,
  turn_id: string,
  session: ClientSession,
): Promise<Outcome | undefined> {
  const row = (await db.turns.findById(turn_id, null, { session }).lean())!;
  const parts = await db.outbox.find({ turn_id }, null, { session }).lean();
  const settlement = settlementOf(toTurn(row, parts), await wentOn(db, row, session));
  const { outcome, pendingBecome, stoppedBecome } = settlement;
  const change = (from: PartState, to: PartState) =>
    db.outbox.updateMany({ turn_id, state: from }, { $set: { state: to } }, { session });
  if (pendingBecome) await change('pending', pendingBecome);
  if (stoppedBecome) await change('stopped', stoppedBecome);
  await db.turns.updateOne({ _id: turn_id }, outcomeUpdate(row, outcome), { session });
  if (outcome && outcome !== row.outcome) await tellEnded(db, turn_id, outcome, session);
  return outcome;
}

/** Of a turn that ends several times in one step, the last end counts. */
export async function tellEnded(
  { mongo, messages }: Collections,
  turn_id: string,
  outcome: Outcome,
  session: ClientSession,
): Promise<void> {
  // A person's own reply covers none.
  const covered = { turn_id, role: 'user' } as const;
  const count = await messages.countDocuments(covered, { session });
  mongo.tell(session, turn_id, { outcome, messages: count } satisfies Ended);
}

/** Only of a settled turn: one that is in work is older than what waits behind it, and goes first. */
async function wentOn({ turns }: Collections, row: TurnRow, session: ClientSession) {
  const later = { conversation_id: row.conversation_id, seq: { $gt: row.seq } };
  return !!row.outcome && !!(await turns.exists(later).session(session));
}

/**
 * Stops what isn't on its way yet; attempts that were recorded come to their end. A person's own
 * replies and the word about an opt-out aren't the bot's: taking over leaves them.
 */
export async function cancelTurns(
  db: Collections,
  conversation_id: string,
  why: 'human' | 'opted_out',
  session: ClientSession,
): Promise<void> {
  const open = await db.turns
    .find({ outcome: null, conversation_id, ends_as: { $exists: false } }, null, { session })
    .lean();
  for (const { _id, mode } of open) {
    if (why === 'human' && mode === 'person') continue;
    await db.turns.updateOne({ _id }, { $set: { cancelled: why } }, { session });
    await db.outbox.updateMany(
      { turn_id: _id, state: 'pending' },
      { $set: { state: 'stopped' }, $unset: { retry_at: 1, held: 1 } },
      { session },
    );
    await settleTurn(db, _id, session);
  }
}
