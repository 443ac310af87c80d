import type { UpdateQuery } from 'mongoose';
import type { Usage } from '../../chat/usage/usage.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import type { Evidence } from './evidence.js';
import type { Part, PartContent, PartState, SendError } from './part.js';
import type { Outcome, Turn } from './turn.js';

/** Makes a part of its row. */
export function toPart(row: OutboxRow): Part {
  return {
    id: row._id,
    turnId: row.turn_id,
    position: row.position,
    body: row.body,
    ...(row.content && { content: row.content as PartContent }),
    state: row.state as PartState,
    attempts: row.attempts,
    chances: row.chances,
    attempt: row.attempt,
    attemptedAt: row.attempted_at?.getTime(),
    retryAt: row.retry_at?.getTime(),
    sid: row.sid,
    status: row.status,
    error: row.error as SendError | undefined,
    sentTo: row.sent_to,
    sentFrom: row.sent_from,
    evidence: row.evidence as Evidence | undefined,
    createdAt: row.created_at.getTime(),
  };
}

/** Makes a turn of its row. It picks the turn's parts from those of several turns. */
export function toTurn(row: TurnRow, parts: OutboxRow[]): Turn {
  return {
    id: row._id,
    conversationId: row.conversation_id,
    outcome: (row.outcome as Outcome | null) ?? undefined,
    limited: row.limited,
    answer: row.answer,
    usage: row.usage as Usage | undefined,
    cancelled: row.cancelled,
    endsAs: row.ends_as,
    mode: row.mode,
    sources: row.sources,
    parts: parts
      .filter((part) => part.turn_id === row._id)
      .toSorted((a, b) => a.position - b.position)
      .map(toPart),
  };
}

/**
 * Returns the update that stores a turn's outcome: the turn has settled when it came to it. It raises
 * `revision` even when the outcome stays as it is, so that two concurrent settlements conflict and
 * MongoDB runs one of them again.
 */
export function outcomeUpdate(
  row: TurnRow,
  outcome: TurnRow['outcome'] = null,
): UpdateQuery<TurnRow> {
  const isFailure = (value: string | null) => value === 'dead' || value === 'uncertain';
  const corrected = isFailure(row.outcome) && !row.error;
  const failed = isFailure(outcome) || (!corrected && row.failed);
  const settles = outcome && !(outcome === row.outcome && row.settled_at);
  const set = { outcome, ...(failed && { failed }), ...(settles && { settled_at: new Date() }) };
  const unset = { ...(!failed && { failed: 1 }), ...(!outcome && { settled_at: 1 }) };
  return { $set: set, $unset: unset, $inc: { revision: 1 } };
}

/** Reads the parts of all these turns with one query. */
export async function withParts({ outbox }: Collections, rows: TurnRow[]): Promise<Turn[]> {
  if (!rows.length) return [];
  const parts = await outbox.find({ turn_id: { $in: rows.map(({ _id }) => _id) } }).lean();
  return rows.map((row) => toTurn(row, parts));
}
