import { FENCE } from '../sessions/fence.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { wakeNow } from '../mailbox/queue/mailbox-row.sqlite.js';
import type { Turn } from '../mailbox/turns/turn.js';

/**
 * Puts a turn that was settled, and is in work again, where it parts no other: behind all, if a newer
 * one was begun. Otherwise it stays before them, and a worker that may be about to begin one of those
 * loses the mailbox. Wakes the mailbox. `into` is the conversation that the turn's is now: a merged
 * one's contents may still have to be moved.
 */
export function takePlace(
  db: Database,
  { id, conversationId }: Pick<Turn, 'id' | 'conversationId'>,
  into: string,
): void {
  const newer = (which: string) =>
    !!db.get(
      `SELECT 1 FROM turns WHERE conversation_id IN (:conversationId, :into) AND ${which}
       AND seq > (SELECT seq FROM turns WHERE id = :id)`,
      { id, conversationId, into },
    );
  const begun = 'EXISTS (SELECT 1 FROM outbox WHERE turn_id = turns.id AND attempt IS NOT NULL)';
  if (newer(begun))
    db.run('UPDATE turns SET seq = (SELECT MAX(seq) + 1 FROM turns) WHERE id = :id', { id });
  else if (newer('outcome IS NULL'))
    db.run(`UPDATE conversations SET ${FENCE} WHERE id = :into`, { into, now: db.now() });
  wakeNow(db, conversationId);
}
