import { moveTokens } from '../../chat/usage/usage.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { wakeNow } from '../queue/mailbox-row.sqlite.js';
import { cancelTurns } from '../turns/settlement.sqlite.js';

/**
 * Moves the contents of a merged conversation into the other one. All messages of both are then in
 * the order of their acceptance.
 */
export function merge(db: Database, from: string, into: string): void {
  for (const table of ['messages', 'turns', 'outbox']) {
    db.run(`UPDATE ${table} SET conversation_id = :into WHERE conversation_id = :from`, {
      from,
      into,
    });
  }
  db.run('DELETE FROM summaries WHERE conversation_id = :from', { from });
  moveTokens(db, from, into);
  wakeNow(db, into);
  // The bot's turns are cancelled if a person had one of the two conversations.
  const taken = 'SELECT 1 FROM conversations WHERE id = :into AND taken_at IS NOT NULL';
  if (db.get(taken, { into })) cancelTurns(db, into, 'human');
}
