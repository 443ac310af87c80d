import type { ClientSession } from 'mongoose';
import { toRow } from '../../../chat/messages/message.mongo.js';
import { insertTraces } from '../../../chat/trace/trace.mongo.js';
import type { Collections } from '../../../storage/mongo/collections.js';
import { nextInOrder } from '../../../storage/mongo/rows/message.js';
import type { OutboxRow } from '../../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../../storage/mongo/rows/turn.js';
import type { FirstAttempt } from '../first-attempt.js';
import { FIRST_LOOK_MS } from '../first-attempt.js';
import type { Content } from '../work.js';

/** The first attempt of a turn's first part, and what else is kept of it. */
interface Begin extends FirstAttempt {
  to: string;
  /** By the server's clock. */
  at: Date;
  /** See `Claim.crashes`. */
  crashes: number;
}

/** A turn to insert. */
export interface NewTurn {
  conversationId: string;
  content: Content;
  begin?: Begin;
}

/**
 * Inserts turns, their parts, and their answers as messages of their conversations, with their
 * traces. Calls the driver directly: Mongoose would build documents that nobody uses.
 */
export async function insertTurns(
  db: Collections,
  all: NewTurn[],
  session: ClientSession,
): Promise<void> {
  const now = new Date();
  const insert = async ({ collection }: { collection: any }, rows: object[]) => {
    if (rows.length) await collection.insertMany(rows, { session });
  };
  await insert(
    db.turns,
    all.map(({ conversationId, content }) => turnRow(conversationId, content, now)),
  );
  await insert(
    db.outbox,
    all.flatMap((turn) => partRows(turn, now)),
  );
  const answers = all.filter(({ content }) => content.answer !== undefined);
  await insert(
    db.messages,
    answers.map((turn) => answerRow(turn, now)),
  );
  const traces = answers.flatMap(({ content: { turnId: answerId, trace } }) =>
    trace ? [{ answerId, trace }] : [],
  );
  await insertTraces(db, traces, session);
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

function partRows({ conversationId, content, begin }: NewTurn, now: Date): OutboxRow[] {
  return content.parts.map(({ id, body, content: as }, position) => ({
    _id: id,
    turn_id: content.turnId,
    conversation_id: conversationId,
    position,
    body,
    ...(as && { content: as }),
    state: 'pending',
    attempts: 0,
    chances: 0,
    created_at: now,
    updated_at: now,
    ...(begin && position === 0 && begun(begin)),
  }));
}

/** What a part has once its first attempt is recorded. */
function begun({ id: attempt, to, sender, at, crashes }: Begin) {
  const note = { n: 1, attempt, at, cause: 'first', ...(crashes && { crashes }) };
  return {
    state: 'sending',
    attempt,
    attempts: 1,
    attempted_at: at,
    sent_to: to,
    ...(sender && { sent_from: sender.from, sent_by: sender.account }),
    ...(sender && { look_at: new Date(at.getTime() + FIRST_LOOK_MS) }),
    attempt_log: [note],
  };
}

function answerRow({ conversationId, content: { turnId, answer } }: NewTurn, now: Date) {
  const said = { role: 'assistant', source: 'whatsapp', text: answer! } as const;
  const message = { id: turnId, conversationId, ...said, turnId, createdAt: now.getTime() };
  return toRow(message, false);
}
