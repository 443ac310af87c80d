import type { ClientSession } from 'mongoose';
import type { Collections } from '../storage/mongo/collections.js';
import type { ConversationRow } from '../storage/mongo/rows/conversation.js';
import type { Conversation, Unreachable } from './conversation.js';
import { ANSWERED } from './handover/handover.mongo.js';
import type { HandoverStep, WaitingReason } from './handover/handover.js';
import { sessionsIn } from './session-row.mongo.js';

/** Who was unreachable is no longer. */
export const REACHABLE = {
  $unset: { unreachable_at: 1, unreachable_why: 1, unreachable_code: 1 },
} as const;

/** Implements `SessionRepository.clearUnreachable`, for a conversation that isn't merged into another. */
export async function clearUnreachable(
  { conversations }: Collections,
  _id: string,
): Promise<boolean> {
  const which = { _id, unreachable_at: { $exists: true } };
  return (await conversations.updateOne(which, REACHABLE)).modifiedCount > 0;
}

/** Reads whether nothing reaches the sender of a row. */
export function unreachableIn(
  row: Pick<ConversationRow, 'unreachable_at' | 'unreachable_why' | 'unreachable_code'>,
): Unreachable | undefined {
  const { unreachable_at: at, unreachable_why: why, unreachable_code: code } = row;
  return at && { since: at.getTime(), reason: why ?? 'invalid', code };
}

/** Reads the addresses of all these conversations with one query. */
export async function conversationsOf(
  db: Collections,
  rows: ConversationRow[],
): Promise<Conversation[]> {
  const sessions = await sessionsIn(
    db,
    rows.map(({ _id }) => _id),
  );
  return rows.map((row) => ({
    id: row._id,
    addresses: sessions.filter(({ conversationId }) => conversationId === row._id),
    takenAt: row.taken_at?.getTime(),
    optedOutAt: row.opted_out_at?.getTime(),
    ...(row.unreachable_at && { unreachable: unreachableIn(row) }),
    waitingSince: row.waiting_since?.getTime(),
    waitingReason: row.waiting_since && (row.waiting_reason as WaitingReason | undefined),
    promisedAt: row.promised_at?.getTime(),
    handover: stepOf(row),
    channel: row.channel ?? 'whatsapp',
    ...(row.line !== undefined && { line: row.line }),
    unread: row.unread === true,
    activityAt: (row.activity_at ?? row.created_at).getTime(),
    lastInboundAt: row.last_inbound_at?.getTime(),
    windowRefusedAt: row.window_refused_at?.getTime(),
    createdAt: row.created_at.getTime(),
  }));
}

function stepOf(row: ConversationRow): HandoverStep | undefined {
  const { handover_step, handover_reason, handover_at } = row;
  if (!handover_at) return undefined;
  const { step, reason } = { step: handover_step, reason: handover_reason } as HandoverStep;
  return { step, reason, at: handover_at.getTime() };
}

/** Implements `SessionRepository.read`, for a conversation that isn't merged into another. */
export async function readAll(
  { conversations, messages }: Collections,
  _id: string,
  session?: ClientSession,
): Promise<boolean> {
  const which = { _id, unread: true };
  if (!(await conversations.exists(which).session(session ?? null))) return false;
  const latest = messages.findOne({ conversation_id: _id }, { seq: 1 }, { session });
  const row = await latest.sort({ seq: -1 }).lean();
  const read = { $set: { ...(row && { read_seq: row.seq }) }, $unset: { unread: 1 } };
  return (await conversations.updateOne(which, read as object, { session })).modifiedCount > 0;
}

/** Notes that a person has replied: who waited has them now, and all is read. */
export async function noteReply(
  db: Collections,
  _id: string,
  session: ClientSession,
): Promise<void> {
  await db.conversations.updateOne(
    { _id },
    [{ $set: { ...ANSWERED, activity_at: { $max: ['$activity_at', '$$NOW'] } } }],
    { session, updatePipeline: true },
  );
  await readAll(db, _id, session);
}
