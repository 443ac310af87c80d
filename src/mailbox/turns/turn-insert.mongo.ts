import type { ClientSession } from 'mongoose';
import { toRow } from '../../chat/messages/message.mongo.js';
import { insertTrace } from '../../chat/trace/trace.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { nextInOrder } from '../../storage/mongo/rows/message.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import type { Content } from './work.js';

/** Inserts a turn, its parts, and its answer as a message of the conversation, with its trace. */
export async function insertTurn(
  db: Collections,
  conversationId: string,
  content: Content,
  session: ClientSession,
): Promise<void> {
  const { turns, outbox, messages } = db;
  const now = new Date();
  // Calls the driver directly: Mongoose would build documents that nobody uses.
  await turns.collection.insertOne(turnRow(conversationId, content, now) as never, { session });
  const parts = partRows(conversationId, content, now);
  if (parts.length) await outbox.collection.insertMany(parts as never[], { session });
  const message = answerRow(conversationId, content, now);
  if (!message) return;
  await messages.collection.insertOne(message as never, { session });
  if (content.trace) await insertTrace(db, message._id, content.trace, session);
}

/** Builds the turn's row. A turn without parts is settled at once. */
function turnRow(conversationId: string, content: Content, created_at: Date): TurnRow {
  const { turnId, limited, answer, mode, sources, usage, error, parts, outcome, endsAs, made } =
    content;
  return {
    _id: turnId,
    seq: nextInOrder(),
    conversation_id: conversationId,
    limited,
    outcome: parts.length ? null : outcome!,
    revision: 0,
    created_at,
    ...(answer !== undefined && { answer }),
    ...(mode && { mode }),
    ...(endsAs && { ends_as: endsAs }),
    ...(sources && { sources }),
    ...(usage && { usage }),
    ...(made && { made }),
    ...(error && { error, failed: true }),
    ...(!parts.length && { settled_at: created_at }),
  };
}

function partRows(conversationId: string, { turnId, parts }: Content, now: Date): OutboxRow[] {
  return parts.map(({ id, body }, position) => ({
    _id: id,
    turn_id: turnId,
    conversation_id: conversationId,
    position,
    body,
    state: 'pending',
    attempts: 0,
    chances: 0,
    created_at: now,
    updated_at: now,
  }));
}

function answerRow(conversationId: string, { turnId, answer }: Content, now: Date) {
  if (answer === undefined) return undefined;
  const said = { role: 'assistant', source: 'whatsapp', text: answer } as const;
  const message = { id: turnId, conversationId, ...said, turnId, createdAt: now.getTime() };
  return toRow(message, false);
}
