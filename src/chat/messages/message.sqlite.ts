import { countServed } from '../../knowledge/answers/served.sqlite.js';
import { partsOf } from '../../http/cursor.js';
import type { LineId } from '../../config/lines/line.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import type { Trace } from '../trace/trace.js';
import { insertTrace } from '../trace/trace.sqlite.js';
import { readContent, type Message } from './message.js';
import type { MessageRepository } from './message.repository.js';

/** The columns that every step selects to read a message. */
export const MESSAGE_COLUMNS = `id, conversation_id AS conversationId, role, source, text, details,
  turn_id AS turnId, created_at AS createdAt, seq`;

/** A message as it was read with `MESSAGE_COLUMNS`. */
export function toMessage(row: Record<string, any>): Message {
  const { id, conversationId, role, source, text, details, turnId, createdAt } = row;
  return {
    id,
    conversationId,
    role,
    source,
    ...readContent({ text, createdAt, details: jsonIn(details, null) }),
    ...(turnId && { turnId }),
  };
}

/** The two orders of a list. Their cursors differ: no list takes one of the other. */
const ORDER = {
  oldest: { first: 0, mark: '', form: /^(\d{1,15})$/, behind: '>', direction: 'ASC' },
  newest: { first: 1e15 - 1, mark: 'n', form: /^n(\d{1,15})$/, behind: '<', direction: 'DESC' },
};

/** Messages in SQLite. */
export const steps = {
  /** Stores a message. `waiting`: it is in a mailbox, and a turn will cover it. */
  insert(db: Database, message: Message, waiting: boolean): void {
    db.run(
      `INSERT INTO messages (id, conversation_id, role, source, text, details, turn_id, waiting,
         created_at, received)
       VALUES (:id, :conversationId, :role, :source, :text, :details, :turnId, :waiting,
         :createdAt, :received)`,
      {
        id: message.id,
        conversationId: message.conversationId,
        role: message.role,
        source: message.source,
        text: message.text,
        details: message.details ? JSON.stringify(message.details) : null,
        turnId: message.turnId ?? null,
        waiting: waiting ? 1 : null,
        createdAt: message.createdAt,
        received: message.received ? JSON.stringify(message.received) : null,
      },
    );
  },

  keep(db: Database, messages: Message[], trace?: Trace, sources?: unknown[]): void {
    const conversationId = sessions.resolve(db, messages[0].conversationId);
    if (!conversationId) return;
    for (const message of messages) steps.insert(db, { ...message, conversationId }, false);
    if (trace) insertTrace(db, messages.at(-1)!.id, trace);
    countServed(db, sources);
    sessions.active(db, conversationId, true);
  },

  begin(
    db: Database,
    messages: Message[],
    trace?: Trace,
    sources?: unknown[],
    line?: LineId,
  ): void {
    db.run(
      `INSERT INTO conversations (id, created_at, channel, line) VALUES (:id, :now, 'api', :line)`,
      { id: messages[0].conversationId, now: db.now(), line: line ?? null },
    );
    steps.keep(db, messages, trace, sources);
  },

  history(db: Database, conversationId: string, limit: number): Message[] {
    return db
      .all(
        `SELECT ${MESSAGE_COLUMNS} FROM messages
         WHERE conversation_id = :conversationId AND waiting IS NULL
         ORDER BY seq DESC LIMIT :limit`,
        { conversationId, limit },
      )
      .map(toMessage)
      .reverse();
  },

  page(db: Database, conversationId: string, limit: number, cursor?: string, newestFirst = false) {
    const { first, mark, form, behind, direction } = ORDER[newestFirst ? 'newest' : 'oldest'];
    const [after] = partsOf(cursor ?? `${mark}${first}`, form);
    const rows = db.all(
      `SELECT ${MESSAGE_COLUMNS} FROM messages
       WHERE conversation_id = :conversationId AND seq ${behind} :after
       ORDER BY seq ${direction} LIMIT :limit + 1`,
      { conversationId, after: Number(after), limit },
    );
    const next = rows.length > limit ? `${mark}${rows[limit - 1].seq}` : null;
    return { messages: rows.slice(0, limit).map(toMessage), next };
  },
};

export const open = portOf<MessageRepository>(steps, import.meta.url, ['page']);
