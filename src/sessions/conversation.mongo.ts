import type { Collections } from '../storage/mongo/collections.js';
import type { ConversationRow } from '../storage/mongo/rows/conversation.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import { sessionsAt, sessionsIn } from './session-row.mongo.js';

/** Implements `SessionRepository.conversations`. */
export async function listConversations(
  db: Collections,
  { takenOver, optedOut, waId }: ConversationFilter,
  limit: number,
  after?: ConversationCursor,
): Promise<Conversation[]> {
  const session = waId && (await sessionsAt(db, [waId])).get(waId);
  if (waId && !session) return [];
  const rows = await db.conversations
    .find({
      merged_into: { $exists: false },
      ...(session && { _id: session.conversationId }),
      ...(takenOver !== undefined && { taken_at: { $exists: takenOver } }),
      ...(optedOut !== undefined && { opted_out_at: { $exists: optedOut } }),
      ...(after && behind(after)),
    })
    .sort({ created_at: -1, _id: -1 })
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
    createdAt: row.created_at.getTime(),
  }));
}

/** Selects the conversations that follow this one, the newest first. */
function behind({ createdAt, id }: ConversationCursor): object {
  const at = new Date(createdAt);
  return { $or: [{ created_at: { $lt: at } }, { created_at: at, _id: { $lt: id } }] };
}
