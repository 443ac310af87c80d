import type { Database } from '../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../storage/sqlite/sqlite.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { steps as sessions } from './session.sqlite.js';

const COLUMNS = 'id, created_at AS createdAt, taken_at AS takenAt, opted_out_at AS optedOutAt';

interface Row {
  id: string;
  createdAt: number;
  takenAt: number | null;
  optedOutAt: number | null;
}

export const steps = {
  find(db: Database, id: string): Conversation | null {
    const now = sessions.resolve(db, id) ?? null;
    const row = db.get<Row>(`SELECT ${COLUMNS} FROM conversations WHERE id = :now`, { now });
    return row ? toConversation(db, row) : null;
  },

  list(
    db: Database,
    { takenOver, optedOut, waId }: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Conversation[] {
    const rows = db.all<Row>(
      `SELECT ${COLUMNS} FROM conversations WHERE merged_into IS NULL
       AND (:takenOver IS NULL OR (taken_at IS NOT NULL) = :takenOver)
       AND (:optedOut IS NULL OR (opted_out_at IS NOT NULL) = :optedOut)
       AND (:waId IS NULL
            OR id = (SELECT conversation_id FROM whatsapp_sessions WHERE wa_id = :waId))
       AND (:at IS NULL OR (created_at, id) < (:at, :after))
       ORDER BY created_at DESC, id DESC LIMIT :limit`,
      {
        takenOver: bit(takenOver),
        optedOut: bit(optedOut),
        waId: waId ?? null,
        at: after?.createdAt ?? null,
        after: after?.id ?? null,
        limit,
      },
    );
    return rows.map((row) => toConversation(db, row));
  },
};

function bit(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}

function toConversation(db: Database, { id, createdAt, takenAt, optedOutAt }: Row): Conversation {
  const addresses = sessions.addresses(db, id).map((waId) => sessions.find(db, waId)!);
  return {
    id,
    addresses,
    takenAt: takenAt ?? undefined,
    optedOutAt: optedOutAt ?? undefined,
    createdAt,
  };
}

/** Conversations in SQLite. */
export class SqliteConversationsRepository extends ConversationsRepository {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteConversationsRepository> {
    return new SqliteConversationsRepository(await sqlite.steps<typeof steps>(import.meta.url));
  }

  find(id: string) {
    return this.#steps.find(id);
  }

  list(filter: ConversationFilter, limit: number, after?: ConversationCursor) {
    return this.#steps.list(filter, limit, after);
  }
}
