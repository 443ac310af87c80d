import type { Database } from '../../storage/sqlite/database.js';
import { wakeNow } from '../queue/mailbox-row.sqlite.js';
import { cancelTurns } from '../turns/settlement.sqlite.js';

/**
 * Moves what is in a merged conversation to where it belongs now. Messages keep their place in the
 * order of acceptance, also among those of `into`.
 */
export function merge(db: Database, from: string, into: string): void {
  for (const table of ['messages', 'turns', 'outbox']) {
    db.run(`UPDATE ${table} SET conversation_id = :into WHERE conversation_id = :from`, {
      from,
      into,
    });
  }
  wakeNow(db, into);
  // Of two conversations that became one, a person may have had either.
  const taken = 'SELECT 1 FROM conversations WHERE id = :into AND taken_at IS NOT NULL';
  if (db.get(taken, { into })) cancelTurns(db, into, 'human');
}
