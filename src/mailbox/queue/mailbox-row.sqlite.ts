import type { Database } from '../../storage/sqlite/database.js';
import { countAfterProgress } from './crashes.js';
import type { Claim } from './queue.store.js';

/**
 * Makes a mailbox due in which a message has just come in, and leaves its lease and its backoff as they
 * are. The conversation has news that nobody has read; its sender wrote at `writtenAt`, and so
 * may be reached. Returns whether
 * the mailbox has a lease or a backoff.
 */
export function arrived(db: Database, id: string, writtenAt: number): boolean {
  const row = db.get<{ busy: number }>(
    `UPDATE conversations SET wakes = wakes + 1, due_at = COALESCE(due_at, :now), unread = 1,
       unreachable_at = NULL, unreachable_why = NULL, unreachable_code = NULL,
       activity_at = MAX(activity_at, :now),
       last_inbound_at = MAX(COALESCE(last_inbound_at, 0), :writtenAt) WHERE id = :id
     RETURNING lease_until IS NOT NULL OR due_at > :now AS busy`,
    { id, now: db.now(), writtenAt },
  );
  return row?.busy === 1;
}

/**
 * Makes a mailbox due in so many milliseconds at the latest, and so may end its backoff. A mailbox
 * under a lease keeps it.
 */
export function wakeIn(db: Database, id: string, ms: number): void {
  const now = db.now();
  db.run(
    `UPDATE conversations SET wakes = wakes + 1,
       due_at = CASE WHEN lease_until > :now THEN due_at
                     ELSE MIN(COALESCE(due_at, :soon), :soon) END WHERE id = :id`,
    { id, now, soon: now + ms },
  );
}

/** Makes a mailbox due at once, and so ends its backoff. A mailbox under a lease keeps it. */
export function wakeNow(db: Database, id: string): void {
  wakeIn(db, id, 0);
}

/**
 * Tells whether a worker should look at a mailbox sooner than it would: it has a turn that isn't
 * settled or a message that no turn covers, or it waits for the time of a backoff.
 */
export function hasWork(db: Database, id: string): boolean {
  return !!db.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM turns WHERE conversation_id = :id AND outcome IS NULL)
       OR EXISTS (SELECT 1 FROM messages WHERE conversation_id = :id AND waiting = 1)
       OR EXISTS (SELECT 1 FROM conversations
         WHERE id = :id AND due_at IS NOT NULL AND lease_until IS NULL)`,
    { id },
  );
}

/** Tells whether this claim still has the mailbox. */
export function holds(db: Database, { conversationId, token }: Claim): boolean {
  return !!db.get('SELECT 1 FROM conversations WHERE id = :conversationId AND token = :token', {
    conversationId,
    token,
  });
}

/** Something was done by who has the mailbox: see `countAfterProgress`. */
export function noteProgress(db: Database, claim: Claim): void {
  const crashes = countAfterProgress(claim);
  if (crashes === undefined) return;
  const { conversationId: id, token } = claim;
  const of = { id, token, crashes };
  db.run('UPDATE conversations SET crashes = :crashes WHERE id = :id AND token = :token', of);
}
