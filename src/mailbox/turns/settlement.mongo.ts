import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import type { OutcomeEvent } from './outcome-counts.js';
import { NOT_SENT, type PartState } from './part.js';
import { outcomeUpdate, toTurn } from './turn-row.mongo.js';
import { OVER_ACTION, settlementOf, type Outcome, type Over } from './turn.js';

/** Derives a turn's outcome from its parts, stores it, and updates the parts that aren't sent. */
export async function settleTurn(
  db: Collections,
  turn_id: string,
  session: ClientSession,
): Promise<Outcome | undefined> {
  const row = (await db.turns.findById(turn_id, null, { session }).lean())!;
  const parts = await db.outbox.find({ turn_id }, null, { session }).lean();
  const over = await whyOver(db, row, session);
  const { outcome, pendingBecome, stoppedBecome } = settlementOf(toTurn(row, parts), over);
  const action = OVER_ACTION[over ?? row.cancelled ?? 'later turn'];
  const change = (from: PartState, to: PartState) =>
    db.outbox.updateMany({ turn_id, state: from }, changeTo(to, action), {
      session,
      updatePipeline: true,
    });
  if (pendingBecome) await change('pending', pendingBecome);
  if (stoppedBecome) await change('stopped', stoppedBecome);
  await db.turns.updateOne({ _id: turn_id }, outcomeUpdate(row, outcome), { session });
  if (outcome && outcome !== row.outcome)
    publishOutcome(db, turn_id, outcome, await covered(db, turn_id, session), session);
  return outcome;
}

/**
 * Publishes the outcome of a turn's messages, to be counted once the transaction is committed. When
 * the transaction changes the outcome of the same turn several times, only the last one is counted.
 */
export function publishOutcome(
  { mongo }: Collections,
  turnId: string,
  outcome: Outcome,
  messages: number,
  session: ClientSession,
): void {
  mongo.publish(session, turnId, { outcome, messages } satisfies OutcomeEvent);
}

/** Counts the messages that a turn covers. A person's reply covers none. */
function covered({ messages }: Collections, turn_id: string, session: ClientSession) {
  return messages.countDocuments({ turn_id, role: 'user' }, { session });
}

/** A part that becomes dead keeps its error, and says what can be done now. */
function changeTo(state: PartState, action: string) {
  if (state !== 'dead') return [{ $set: { state } }];
  const error = { $mergeObjects: [{ message: NOT_SENT }, '$error', { $literal: { action } }] };
  return [{ $set: { state, error, retry_at: '$$REMOVE', held: '$$REMOVE' } }];
}

/**
 * Tells why this settled turn sends nothing more by itself. A turn in work is never over: its parts
 * go out before those of any later turn, and who takes over or opts out cancels it.
 */
async function whyOver(
  { turns, conversations }: Collections,
  row: TurnRow,
  session: ClientSession,
): Promise<Over | undefined> {
  if (!row.outcome) return undefined;
  const conversation = { conversation_id: row.conversation_id };
  const later = { ...conversation, seq: { $gt: row.seq }, answer: { $exists: true } };
  if (await turns.exists(later).session(session)) return 'later turn';
  const find = (id: string) => conversations.findById(id, null, { session }).lean();
  const own = await find(row.conversation_id);
  const now = own?.merged_into ? await find(own.merged_into) : own;
  if (now?.opted_out_at && !row.ends_as) return 'opted_out';
  return now?.taken_at && row.mode !== 'person' ? 'human' : undefined;
}

/**
 * Cancels the turns of a conversation: stops their pending parts. Attempts that were recorded still
 * come to their outcome. A turn that confirms an opt-out is left alone. When a person takes over
 * (`human`), the turns of a person's replies are, too. Returns how many it cancelled, which are at
 * most `most`; 0 is all.
 */
export async function cancelTurns(
  db: Collections,
  conversation_id: string,
  why: 'human' | 'opted_out',
  session: ClientSession,
  most = 0,
): Promise<number> {
  const which = { outcome: null, conversation_id, ends_as: { $exists: false } };
  const bots = why === 'human' ? { mode: { $ne: 'person' } } : {};
  const open = await db.turns
    .find({ ...which, ...bots, cancelled: { $ne: why } }, { _id: 1 }, { session })
    .limit(most)
    .lean();
  for (const { _id } of open) {
    await db.turns.updateOne({ _id }, { $set: { cancelled: why } }, { session });
    await db.outbox.updateMany(
      { turn_id: _id, state: 'pending' },
      { $set: { state: 'stopped' }, $unset: { retry_at: 1, held: 1 } },
      { session },
    );
    await settleTurn(db, _id, session);
  }
  return open.length;
}
