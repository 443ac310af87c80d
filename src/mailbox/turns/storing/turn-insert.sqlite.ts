import { steps as messages } from '../../../chat/messages/message.sqlite.js';
import { insertTrace } from '../../../chat/trace/trace.sqlite.js';
import { steps as sessions } from '../../../sessions/session.sqlite.js';
import type { Database } from '../../../storage/sqlite/database.js';
import type { Content } from '../work.js';

/**
 * Inserts a turn, its parts, and its answer as a message of the conversation, with its trace. It is
 * the conversation's latest activity.
 */
export function insertTurn(db: Database, conversationId: string, content: Content): void {
  const now = db.now();
  insertRow(db, conversationId, content, now);
  insertParts(db, conversationId, content, now);
  insertAnswer(db, conversationId, content, now);
}

/** Inserts the turn's row. A turn without parts is settled at once. */
function insertRow(db: Database, conversationId: string, content: Content, now: number): void {
  const { turnId, limited, answer, mode, sources, usage, error, parts, outcome, endsAs, made } =
    content;
  const ended = !parts.length;
  db.run(
    `INSERT INTO turns (id, conversation_id, limited, answer, mode, sources, usage, error,
       failed, ends_as, outcome, made, created_at, settled_at)
     VALUES (:id, :conversationId, :limited, :answer, :mode, :sources, :usage, :error,
       :failed, :endsAs, :outcome, :made, :now, :settledAt)`,
    {
      id: turnId,
      conversationId,
      limited: limited ? 1 : 0,
      answer: answer ?? null,
      mode: mode ?? null,
      sources: sources ? JSON.stringify(sources) : null,
      usage: usage ? JSON.stringify(usage) : null,
      error: error ?? null,
      failed: error ? 1 : null,
      endsAs: endsAs ?? null,
      outcome: ended ? outcome! : null,
      made: made ? JSON.stringify(made) : null,
      now,
      settledAt: ended ? now : null,
    },
  );
}

function insertParts(db: Database, conversationId: string, content: Content, now: number): void {
  const { turnId, parts } = content;
  for (const [position, { id, body, content: as }] of parts.entries())
    db.run(
      `INSERT INTO outbox (id, turn_id, conversation_id, position, body, content, state, created_at,
         updated_at)
       VALUES (:id, :turnId, :conversationId, :position, :body, :as, 'pending', :now, :now)`,
      { id, turnId, conversationId, position, body, as: as ? JSON.stringify(as) : null, now },
    );
}

function insertAnswer(db: Database, conversationId: string, content: Content, now: number): void {
  const { turnId, answer, trace } = content;
  if (answer === undefined) return;
  const said = { role: 'assistant', source: 'whatsapp', text: answer } as const;
  const message = { id: turnId, conversationId, ...said, turnId, createdAt: now };
  messages.insert(db, message, false);
  if (trace) insertTrace(db, turnId, trace);
  sessions.active(db, conversationId);
}
