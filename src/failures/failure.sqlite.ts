import type { Message } from '../chat/messages/message.js';
import { MESSAGE_COLUMNS, toMessage } from '../chat/messages/message.sqlite.js';
import { BadCursor } from '../http/cursor.js';
import { rememberAttempts } from '../mailbox/outbox/callbacks/former-attempts.sqlite.js';
import { isClosed } from '../mailbox/outbox/window/closed.sqlite.js';
import { RETRIED } from '../mailbox/turns/part.js';
import { takePlace } from './place.sqlite.js';
import { findTurn, partsOf, TURN_COLUMNS, type TurnRow } from '../mailbox/turns/turn-row.sqlite.js';
import { canBeRetried, retriedAgainst } from '../mailbox/turns/turn.js';
import { steps as sessions } from '../sessions/session.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import {
  type FailureCounts,
  type FailureRecord,
  type FailureStore,
  type Kind,
  KINDS,
  type Retried,
  retriedTooLate,
} from './failure.store.js';

const STATES = RETRIED.map((state) => `'${state}'`).join(', ');

/** Each as its index has it (migration 0020). */
const FAILED: Record<Kind, string> = {
  dead: `INDEXED BY turns_dead WHERE failed = 1 AND outcome = 'dead'`,
  uncertain: `INDEXED BY turns_uncertain WHERE failed = 1 AND outcome = 'uncertain'`,
  fallback: `INDEXED BY turns_fallback
    WHERE failed = 1 AND IFNULL(outcome, '') NOT IN ('dead', 'uncertain')`,
};

const NOT_ERASED = 'conversation_id NOT IN (SELECT conversation_id FROM erasures)';

/** Failures in SQLite. */
export const steps = {
  list(db: Database, limit: number, before?: string, kind?: Kind): FailureRecord[] {
    const behind = before ? placeOf(db, before) : Number.MAX_SAFE_INTEGER;
    const rows = db.all<TurnRow>(
      `SELECT ${TURN_COLUMNS} FROM turns ${kind ? FAILED[kind] : 'WHERE failed = 1'}
       AND seq < :behind AND ${NOT_ERASED} ORDER BY seq DESC LIMIT :limit`,
      { limit, behind },
    );
    return rows.map((row) => ({
      id: row.id,
      conversationId: row.conversationId,
      asked: askedIn(db, row.id),
      mode: row.mode ?? undefined,
      outcome: row.outcome ?? undefined,
      error: row.error ?? undefined,
      createdAt: row.createdAt,
      parts: partsOf(db, row.id).map((part) => ({ ...part, ...part.error })),
    }));
  },

  counts(db: Database): FailureCounts {
    const counted = KINDS.map((kind) => {
      const which = `${FAILED[kind]} AND seq > 0 AND ${NOT_ERASED}`;
      return [kind, db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM turns ${which}`)!.n];
    });
    return Object.fromEntries(counted) as FailureCounts;
  },

  retry(db: Database, id: string): Retried {
    const turn = findTurn(db, id);
    if (!turn) return 'unknown';
    if (!canBeRetried(turn)) return 'nothing to retry';
    const { conversationId } = turn;
    // A merged one's contents may still have to be moved.
    const now = sessions.resolve(db, conversationId) ?? conversationId;
    const optedOut = 'SELECT 1 FROM conversations WHERE id = :now AND opted_out_at IS NOT NULL';
    const against = retriedAgainst(turn, !!db.get(optedOut, { now }));
    const refused = against ?? retriedTooLate(turn.parts, !!isClosed(db, now), db.now());
    if (refused) return refused;
    // Whoever has it sent again says that the sender can be reached.
    sessions.clearUnreachable(db, now);
    reopen(db, id);
    takePlace(db, turn, now);
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

export const open = portOf<FailureStore>(steps, import.meta.url, ['list', 'counts']);

/** What the sender wrote that a turn covers, the oldest first. */
function askedIn(db: Database, id: string): Message[] {
  const theirs = `turn_id = :id AND role = 'user'`;
  return db
    .all(`SELECT ${MESSAGE_COLUMNS} FROM messages WHERE ${theirs} ORDER BY seq`, { id })
    .map(toMessage);
}

/** Returns a turn's place in the list. Throws a `BadCursor` for an unknown one. */
function placeOf(db: Database, id: string): number {
  const turn = db.get<{ seq: number }>('SELECT seq FROM turns WHERE id = :id', { id });
  if (!turn) throw new BadCursor();
  return turn.seq;
}

/** Puts the turn back to work, with all its parts that were not accepted. */
function reopen(db: Database, id: string): void {
  rememberAttempts(db, `turn_id = :id AND state = 'uncertain'`, { id });
  db.run(
    `UPDATE outbox SET state = 'pending', attempts = 0, chances = 0, retry_at = NULL,
       held = NULL, set_off = 'person', updated_at = :now WHERE turn_id = :id AND state IN (${STATES})`,
    { id, now: db.now() },
  );
  db.run(
    `UPDATE turns SET outcome = NULL, settled_at = NULL, failed = NULL, cancelled = NULL
     WHERE id = :id`,
    { id },
  );
}
