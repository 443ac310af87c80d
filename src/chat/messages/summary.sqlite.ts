import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Summary } from './summary.js';
import type { SummaryRepository } from './summary.repository.js';

/** Summaries in SQLite. */
export const steps = {
  find(db: Database, conversationId: string): Summary | null {
    const row = db.get<Summary>(
      `SELECT text, message_id AS messageId, until FROM summaries
       WHERE conversation_id = :conversationId`,
      { conversationId },
    );
    return row ? { ...row } : null;
  },

  keep(db: Database, conversationId: string, { text, messageId, until }: Summary): void {
    db.run(
      `INSERT INTO summaries (conversation_id, text, message_id, until)
       SELECT id, :text, :messageId, :until FROM conversations
         WHERE id = :conversationId AND merged_into IS NULL
       ON CONFLICT (conversation_id) DO UPDATE
         SET text = excluded.text, message_id = excluded.message_id, until = excluded.until
         WHERE excluded.until >= until`,
      { conversationId, text, messageId, until },
    );
  },
};

export const open = portOf<SummaryRepository>(steps, import.meta.url);
