import type { ClientSession, Model } from 'mongoose';
import { settlementOf, type Outcome, type PartState } from './turn.js';
import { outcomeUpdate, toTurn, type OutboxRow, type TurnRow } from './turn-row.mongo.js';

/** The two collections that a settlement reads and writes. */
export interface TurnModels {
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
  return outcome;
}

/** Only of a settled turn: one that is in work is older than what waits behind it, and goes first. */
async function wentOn({ turns }: TurnModels, row: TurnRow, session: ClientSession) {
  const later = { conversation_id: row.conversation_id, seq: { $gt: row.seq } };
  return !!row.outcome && !!(await turns.exists(later).session(session));
}
