import type { Database } from '../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../storage/sqlite/sqlite.js';
import { FailureStore, type Retried } from './failure.store.js';
import { wakeNow } from '../mailbox/queue/mailbox.sqlite.js';
import { findTurn } from '../mailbox/turns/turn-row.sqlite.js';
import { canBeRetried, RETRIED, retriedAgainst } from '../mailbox/turns/turn.js';

const STATES = RETRIED.map((state) => `'${state}'`).join(', ');

export const steps = {
  retry(db: Database, id: string): Retried {
    const turn = findTurn(db, id);
    if (!turn) return 'unknown';
    if (!canBeRetried(turn)) return 'nothing to retry';
    const { conversationId } = turn;
    const out = 'SELECT 1 FROM conversations WHERE id = :id AND opted_out_at IS NOT NULL';
    const against = retriedAgainst(turn, !!db.get(out, { id: conversationId }));
    if (against) return against;
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

/** Decisions about failures, on SQLite. */
export class SqliteFailureStore extends FailureStore {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteFailureStore> {
    return new SqliteFailureStore(await sqlite.steps<typeof steps>(import.meta.url));
  }

  retry(turnId: string) {
    return this.#steps.retry(turnId);
  }

  discard(turnId: string) {
    return this.#steps.discard(turnId);
  }
}
