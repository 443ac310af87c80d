import { BadCursor } from '../http/cursor.js';
import { wakeNow } from '../mailbox/queue/mailbox-row.sqlite.js';
import { RETRIED } from '../mailbox/turns/part.js';
import { findTurn, partsOf, TURN_COLUMNS, type TurnRow } from '../mailbox/turns/turn-row.sqlite.js';
import { canBeRetried, retriedAgainst } from '../mailbox/turns/turn.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import { type FailureRecord, type FailureStore, type Retried } from './failure.store.js';

const STATES = RETRIED.map((state) => `'${state}'`).join(', ');

/** Failures in SQLite. */
export const steps = {
  list(db: Database, limit: number, before?: string): FailureRecord[] {
    const known = !before || db.get('SELECT 1 FROM turns WHERE id = :before', { before });
    if (!known) throw new BadCursor();
    const rows = db.all<TurnRow>(
      `SELECT ${TURN_COLUMNS} FROM turns WHERE failed = 1
       AND (:before IS NULL OR seq < (SELECT seq FROM turns WHERE id = :before))
       ORDER BY seq DESC LIMIT :limit`,
      { limit, before: before ?? null },
    );
    return rows.map((row) => ({
      id: row.id,
      conversationId: row.conversationId,
      outcome: row.outcome ?? undefined,
      error: row.error ?? undefined,
      createdAt: row.createdAt,
      parts: partsOf(db, row.id).map((part) => ({ ...part, ...part.error })),
    }));
  },

  retry(db: Database, id: string): Retried {
    const turn = findTurn(db, id);
    if (!turn) return 'unknown';
    if (!canBeRetried(turn)) return 'nothing to retry';
    const { conversationId } = turn;
    const optedOut = 'SELECT 1 FROM conversations WHERE id = :id AND opted_out_at IS NOT NULL';
    const refused = retriedAgainst(turn, !!db.get(optedOut, { id: conversationId }));
    if (refused) return refused;
    reopen(db, id);
    wakeNow(db, conversationId);
    return 'retried';
  },

  discard(db: Database, id: string): boolean {
    const changed = db.run(
      `UPDATE turns SET failed = NULL
       WHERE id = :id AND (error IS NOT NULL OR outcome IN ('dead', 'uncertain'))`,
      { id },
    );
    return changed === 1;
  },
};

export const open = portOf<FailureStore>(steps, import.meta.url);

/** Puts the turn back to work, with all its parts that were not accepted. */
function reopen(db: Database, id: string): void {
  db.run(
    `UPDATE outbox SET state = 'pending', attempts = 0, chances = 0, retry_at = NULL,
       held = NULL, updated_at = :now WHERE turn_id = :id AND state IN (${STATES})`,
    { id, now: db.now() },
  );
  db.run(
    `UPDATE turns SET outcome = NULL, settled_at = NULL, failed = NULL, cancelled = NULL
     WHERE id = :id`,
    { id },
  );
}
