import type { ClientSession } from 'mongoose';
import type { Collections } from '../storage/mongo/collections.js';
import type { ConversationRow } from '../storage/mongo/rows/conversation.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import { sessionsAt, sessionsIn } from './session-row.mongo.js';

const NEVER = { $exists: false } as const;
/** In the words of the index, which MongoDB uses for nothing else. */
const WAITS = { $type: 'date' } as const;

/** What opting out changes. Nothing can be sent to who opted out: they wait for nobody any more. */
export const OPTED_OUT = {
  $currentDate: { opted_out_at: true },
  $unset: { waiting_since: 1 },
} as const;

/** The orders of a list, and what follows one conversation in them. */
const NEWEST_FIRST = {
  order: { created_at: -1, _id: -1 },
  next: (at: Date, id: string) => ({
    $or: [{ created_at: { $lt: at } }, { created_at: at, _id: { $lt: id } }],
  }),
} as const;
const LONGEST_WAITING_FIRST = {
  order: { waiting_since: 1, _id: 1 },
  next: (at: Date, id: string) => ({
    $or: [{ waiting_since: { $gt: at } }, { waiting_since: at, _id: { $gt: id } }],
  }),
} as const;

/** Implements `SessionRepository.conversations`. */
export async function listConversations(
  db: Collections,
  { takenOver, optedOut, waitingForPerson, waId }: ConversationFilter,
  limit: number,
  after?: ConversationCursor,
): Promise<Conversation[]> {
  const session = waId && (await sessionsAt(db, [waId])).get(waId);
  if (waId && !session) return [];
  const { next, order } = waitingForPerson ? LONGEST_WAITING_FIRST : NEWEST_FIRST;
  const rows = await db.conversations
    .find({
      merged_into: { $exists: false },
      ...(session && { _id: session.conversationId }),
      ...(takenOver !== undefined && { taken_at: { $exists: takenOver } }),
      ...(optedOut !== undefined && { opted_out_at: { $exists: optedOut } }),
      ...(waitingForPerson !== undefined && { waiting_since: waitingForPerson ? WAITS : NEVER }),
      ...(after && next(new Date(after.at), after.id)),
    })
    .sort(order)
    .limit(limit)
    .lean();
  return conversationsOf(db, rows);
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
    waitingSince: row.waiting_since?.getTime(),
    createdAt: row.created_at.getTime(),
  }));
}

/** Implements `SessionRepository.waitForPerson`. */
export async function waitForPerson(
  { conversations }: Collections,
  _id: string,
  session?: ClientSession,
): Promise<void> {
  const which = { _id, waiting_since: NEVER, opted_out_at: NEVER };
  await conversations.updateOne(which, { $currentDate: { waiting_since: true } }, { session });
}
