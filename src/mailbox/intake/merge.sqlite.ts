import { moveUse } from '../../chat/usage/usage.sqlite.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { holds, wakeNow } from '../queue/mailbox-row.sqlite.js';
import type { Claim } from '../queue/queue.store.js';
import { steps as queue } from '../queue/queue.sqlite.js';
import { cancelTurns } from '../turns/settlement.sqlite.js';

/** One step moves at most so many rows: the writer is free again soon. */
const AT_ONCE = 300;

/** The tables whose rows are moved, and what names a row there. */
const TABLES = { messages: 'seq', turns: 'seq', outbox: 'id' } as const;

/**
 * Gives the conversation that another was merged into what belongs to the other as a whole: the
 * tokens used on the day. Its summary is dropped.
 */
export function inherit(db: Database, from: string, into: string): void {
  db.run('DELETE FROM summaries WHERE conversation_id = :from', { from });
  moveUse(db, from, into);
}

/**
 * Moves some of the contents of a merged conversation into the one that it was merged into, the
 * oldest first. All messages of both are then in the order of their acceptance. Returns whether
 * more may be left. If not, it wakes that one and releases the claim.
 */
export function mergeSome(db: Database, claim: Claim, most = AT_ONCE): boolean {
  if (!holds(db, claim)) return false;
  const from = claim.conversationId;
  const into = sessions.resolve(db, from)!;
  if (moveRows(db, from, into, most) === most) return true;
  if (isTaken(db, into) && cancelTurns(db, into, 'human', most) === most) return true;
  wakeNow(db, into);
  queue.release(db, claim, { crashes: 0 });
  return false;
}

/** Whether a person had one of the two conversations: then the bot's turns are cancelled. */
function isTaken(db: Database, into: string): boolean {
  return !!db.get('SELECT 1 FROM conversations WHERE id = :into AND taken_at IS NOT NULL', {
    into,
  });
}

/** Moves at most `most` rows, and returns how many it moved. */
function moveRows(db: Database, from: string, into: string, most: number): number {
  let count = 0;
  for (const [table, key] of Object.entries(TABLES))
    count += db.run(
      `UPDATE ${table} SET conversation_id = :into WHERE ${key} IN
         (SELECT ${key} FROM ${table} WHERE conversation_id = :from ORDER BY ${key} LIMIT :left)`,
      { from, into, left: most - count },
    );
  return count;
}
