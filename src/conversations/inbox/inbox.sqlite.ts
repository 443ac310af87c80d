import { MESSAGE_COLUMNS, toMessage } from '../../chat/messages/message.sqlite.js';
import { partsOf } from '../../mailbox/turns/turn-row.sqlite.js';
import type { Conversation } from '../../sessions/conversation.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import {
  MOST_FOUND,
  MOST_UNREAD,
  type InboxStore,
  type Latest,
  type Overview,
} from './inbox.store.js';

/** The inbox in SQLite, which searches with FTS5. */
export const steps = {
  found(db: Database, words: string[]): string[] {
    if (!words.length) return [];
    // A quoted word is no operator. https://www.sqlite.org/fts5.html#full_text_query_syntax
    const match = words.map((word) => `"${word}"*`).join(' ');
    const rows = db.all<{ id: string }>(
      `SELECT conversation_id AS id FROM (SELECT rowid FROM found_messages
         WHERE found_messages MATCH :match ORDER BY rowid DESC LIMIT ${MOST_FOUND}) AS found
         CROSS JOIN messages ON seq = found.rowid
       UNION
       SELECT conversation_id AS id FROM (SELECT rowid FROM found_senders
         WHERE found_senders MATCH :match ORDER BY rowid DESC LIMIT ${MOST_FOUND}) AS found
         CROSS JOIN senders ON number = found.rowid
         CROSS JOIN whatsapp_sessions USING (wa_id)`,
      { match },
    );
    return rows.map(({ id }) => id);
  },

  /** A migration has done that. */
  complete(): void {},

  overviews(db: Database, of: Pick<Conversation, 'id' | 'unread'>[]): Overview[] {
    return of.map(({ id, unread }) => ({
      latest: latestIn(db, id),
      unread: unread ? unreadIn(db, id) : 0,
    }));
  },
};

function latestIn(db: Database, id: string): Latest | undefined {
  const row = db.get(
    `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE conversation_id = :id ORDER BY seq DESC LIMIT 1`,
    { id },
  );
  if (!row) return undefined;
  const message = toMessage(row);
  const sent = message.role === 'assistant' && message.turnId;
  const parts = sent ? partsOf(db, sent) : [];
  return { message, parts: parts.map(({ state, status }) => ({ state, status })) };
}

/** What says that something is unread is right, even if that stands in front of what was read. */
function unreadIn(db: Database, id: string): number {
  const { n } = db.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM messages WHERE conversation_id = :id
       AND seq > COALESCE((SELECT read_seq FROM conversations WHERE id = :id), 0)
       AND role = 'user' LIMIT ${MOST_UNREAD})`,
    { id },
  )!;
  return Math.max(1, n);
}

export const open = portOf<InboxStore>(steps, import.meta.url, ['found', 'overviews']);
