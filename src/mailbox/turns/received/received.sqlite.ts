import type { Database } from '../../../storage/sqlite/database.js';
import { isFresh, MOST_FOUND } from './late.js';

/** Returns when the first message that a turn answers was stored, in milliseconds since 1970. */
export function receivedFor(db: Database, turnId: string): number | undefined {
  const row = db.get<{ at: number | null }>(
    `SELECT min(created_at) AS at FROM messages WHERE turn_id = :turnId AND role = 'user'`,
    { turnId },
  );
  return row?.at ?? undefined;
}

/** Returns when a conversation's sender last wrote by WhatsApp, in milliseconds since 1970. */
export function lastInboundAt(db: Database, conversationId: string): number | undefined {
  const latestOf = (most: number) =>
    db.get<{ at: number | null }>(
      `SELECT max(created_at) AS at FROM (SELECT created_at FROM messages
       WHERE conversation_id = :conversationId AND role = 'user' AND source = 'whatsapp'
       ORDER BY seq DESC LIMIT :most)`,
      { conversationId, most },
    )?.at ?? undefined;
  const at = latestOf(1);
  return at === undefined || isFresh(at, db.now()) ? at : latestOf(MOST_FOUND);
}
