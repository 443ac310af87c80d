import type { Message } from '../../chat/messages/message.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { holds } from '../queue/mailbox-row.sqlite.js';
import type { Claim } from '../queue/queue.store.js';
import type { ReadingStore } from './reading.store.js';

/** What was read of media, in SQLite. */
export const steps = {
  keep(db: Database, claim: Claim, message: Pick<Message, 'id' | 'text' | 'details'>): boolean {
    if (!holds(db, claim)) return false;
    const { id, text, details = {} } = message;
    const { conversationId } = claim;
    const changed = db.run(
      `UPDATE messages SET text = :text, details = :details
       WHERE id = :id AND conversation_id = :conversationId AND waiting = 1`,
      { id, text, details: JSON.stringify(details), conversationId },
    );
    return changed > 0;
  },
};

export const open = portOf<ReadingStore>(steps, import.meta.url);
