import type { ClientSession, Model } from 'mongoose';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { Ended } from './outcome.store.js';
import { settlementOf, type Outcome, type PartState } from './turn.js';
import { outcomeUpdate, toTurn, type OutboxRow, type TurnRow } from './turn-row.mongo.js';

/** The store, and the two collections that a settlement reads and writes. */
export interface TurnModels {
  mongo: Mongo;
  turns: Model<TurnRow>;
  outbox: Model<OutboxRow>;
}

/** Draws a turn's outcome from its parts, and what it means for those that are to be sent. */
export async function settleTurn(
  models: TurnModels,
  turn_id: string,
  session: ClientSession,
): Promise<Outcome | undefined> {
  const row = (await models.turns.findById(turn_id, null, { session }).lean<TurnRow>())!;
  const parts = await models.outbox.find({ turn_id }, null, { session }).lean<OutboxRow[]>();
  const settlement = settlementOf(toTurn(row, parts), await wentOn(models, row, session));
  const { outcome, pendingBecome, stoppedBecome } = settlement;
  const change = (from: PartState, to: PartState) =>
    models.outbox.updateMany({ turn_id, state: from }, { $set: { state: to } }, { session });
  if (pendingBecome) await change('pending', pendingBecome);
  if (stoppedBecome) await change('stopped', stoppedBecome);
  await models.turns.updateOne({ _id: turn_id }, outcomeUpdate(row, outcome), { session });
  if (outcome && outcome !== row.outcome) await tellEnded(models.mongo, turn_id, outcome, session);
  return outcome;
}

/** Of a turn that ends several times in one step, the last end counts. */
export async function tellEnded(
  mongo: Mongo,
  turn_id: string,
  outcome: Outcome,
  session: ClientSession,
): Promise<void> {
  // A person's own reply covers none.
  const covered = { turn_id, role: 'user' };
  const { messages } = mongo.connection.models;
  const count = await messages.countDocuments(covered, { session });
  mongo.tell(session, turn_id, { outcome, messages: count } satisfies Ended);
}

/** Only of a settled turn: one that is in work is older than what waits behind it, and goes first. */
async function wentOn({ turns }: TurnModels, row: TurnRow, session: ClientSession) {
  const later = { conversation_id: row.conversation_id, seq: { $gt: row.seq } };
  return !!row.outcome && !!(await turns.exists(later).session(session));
}

/**
 * Stops what isn't on its way yet; attempts that were recorded come to their end. A person's own
 * replies and the word about an opt-out aren't the bot's: taking over leaves them.
 */
export async function cancelTurns(
  models: TurnModels,
  conversation_id: string,
  why: 'human' | 'opted_out',
  session: ClientSession,
): Promise<void> {
  const open = await models.turns
    .find({ outcome: null, conversation_id, ends_as: { $exists: false } }, null, { session })
    .lean<TurnRow[]>();
  for (const { _id, mode } of open) {
    if (why === 'human' && mode === 'person') continue;
    await models.turns.updateOne({ _id }, { $set: { cancelled: why } }, { session });
    await models.outbox.updateMany(
      { turn_id: _id, state: 'pending' },
      { $set: { state: 'stopped' }, $unset: { retry_at: 1, held: 1 } },
      { session },
    );
    await settleTurn(models, _id, session);
  }
}
