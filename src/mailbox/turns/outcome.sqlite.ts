import type { Database } from '../../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../../storage/sqlite/sqlite.js';
import { MOST_COUNTED, NO_SUCH_PLACE, OutcomeStore } from './outcome.store.js';
import type { Answered, Backlog, Ended, FailureRecord } from './outcome.store.js';
import { findTurn, partsOf, TURN_COLUMNS, type TurnRow } from './turn-row.sqlite.js';
import type { Turn } from './turn.js';

export const steps = {
  answerTo(db: Database, messageId: string): Answered {
    const row = db.get(
      `SELECT m.turn_id, t.answer FROM messages m LEFT JOIN turns t ON t.id = m.turn_id
       WHERE m.id = :messageId`,
      { messageId },
    );
    return { done: !row || !!row.turn_id, answer: row?.answer ?? null };
  },

  /** Counted in the indexes alone. */
  backlog(db: Database): Backlog {
    const now = db.now();
    const due = db.get<{ count: number; first: number | null }>(
      `SELECT count(*) AS count, min(due_at) AS first FROM (SELECT due_at FROM conversations
       WHERE due_at IS NOT NULL AND due_at <= :now ORDER BY due_at LIMIT ${MOST_COUNTED})`,
      { now },
    )!;
    const waiting = db.get<{ count: number; first: number | null }>(
      `SELECT count(*) AS count, min(seq) AS first FROM (SELECT seq FROM messages
       INDEXED BY messages_waiting WHERE waiting = 1 LIMIT ${MOST_COUNTED})`,
    )!;
    const oldest = db.get<{ at: number }>(
      'SELECT created_at AS at FROM messages WHERE seq = :first',
      { first: waiting.first },
    );
    return {
      due: { count: due.count, oldestMs: Math.max(0, now - (due.first ?? now)) },
      waiting: { count: waiting.count, oldestMs: Math.max(0, now - (oldest?.at ?? now)) },
    };
  },

  turns(db: Database, ids: string[]): Turn[] {
    return ids.map((id) => findTurn(db, id)).filter((turn) => turn !== undefined);
  },

  /** Nothing when there is no turn to go on from: what is thrown here loses its class on the way. */
  failures(db: Database, limit: number, before?: string): FailureRecord[] | undefined {
    const known = !before || db.get('SELECT 1 FROM turns WHERE id = :before', { before });
    if (!known) return undefined;
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
      parts: partsOf(db, row.id).map(({ sid, state, error }) => ({ sid, state, ...error })),
    }));
  },
};

/** Outcomes, read from SQLite. */
export class SqliteOutcomeStore extends OutcomeStore {
  readonly #sqlite: Sqlite;
  readonly #steps: Steps<typeof steps>;

  private constructor(sqlite: Sqlite, bound: Steps<typeof steps>) {
    super();
    this.#sqlite = sqlite;
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteOutcomeStore> {
    return new SqliteOutcomeStore(sqlite, await sqlite.steps<typeof steps>(import.meta.url));
  }

  onEnded(listener: (ended: Ended) => void) {
    this.#sqlite.onNews((news) => listener(news as Ended));
  }

  answerTo(messageId: string) {
    return this.#steps.answerTo(messageId);
  }

  turns(ids: string[]) {
    return this.#steps.turns(ids);
  }

  backlog() {
    return this.#steps.backlog();
  }

  async failures(limit: number, before?: string) {
    const found = await this.#steps.failures(limit, before);
    if (!found) throw new RangeError(NO_SUCH_PLACE);
    return found;
  }
}
