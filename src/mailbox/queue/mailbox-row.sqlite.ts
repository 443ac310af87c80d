import type { Database } from '../../storage/sqlite/database.js';
import type { Claim } from './queue.store.js';

/** The mailbox has something new; its lease and its backoff stay as they are. */
export function wake(db: Database, id: string): void {
  db.run(
    'UPDATE conversations SET wakes = wakes + 1, due_at = COALESCE(due_at, :now) WHERE id = :id',
    { id, now: db.now() },
  );
}

/** Something that the mailbox waited for is there: its backoff is over, its lease isn't. */
export function wakeNow(db: Database, id: string): void {
  db.run(
    `UPDATE conversations SET wakes = wakes + 1,
       due_at = CASE WHEN lease_until > :now THEN due_at ELSE :now END WHERE id = :id`,
    { id, now: db.now() },
  );
}

/** Whether this claim still has the mailbox. */
export function holds(db: Database, { conversationId, token }: Claim): boolean {
  return !!db.get('SELECT 1 FROM conversations WHERE id = :conversationId AND token = :token', {
    conversationId,
    token,
  });
}
