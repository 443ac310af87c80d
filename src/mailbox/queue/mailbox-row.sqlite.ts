import type { Database } from '../../storage/sqlite/database.js';
import type { Claim } from './queue.store.js';

/** Makes a mailbox due that has something new, and leaves its lease and its backoff as they are. */
export function wake(db: Database, id: string): void {
  db.run(
    'UPDATE conversations SET wakes = wakes + 1, due_at = COALESCE(due_at, :now) WHERE id = :id',
    { id, now: db.now() },
  );
}

/** Makes a mailbox due at once, and so ends its backoff. A mailbox under a lease keeps it. */
export function wakeNow(db: Database, id: string): void {
  db.run(
    `UPDATE conversations SET wakes = wakes + 1,
       due_at = CASE WHEN lease_until > :now THEN due_at ELSE :now END WHERE id = :id`,
    { id, now: db.now() },
  );
}

/** Tells whether this claim still has the mailbox. */
export function holds(db: Database, { conversationId, token }: Claim): boolean {
  return !!db.get('SELECT 1 FROM conversations WHERE id = :conversationId AND token = :token', {
    conversationId,
    token,
  });
}
