import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import type { Part, SendError } from './part.js';
import type { Outcome, Turn } from './turn.js';

/** A turn as SQLite returns it, with 0 and 1 for booleans and null for what is missing. */
export interface TurnRow {
  id: string;
  conversationId: string;
  outcome: Outcome | null;
  limited: number;
  answer: string | null;
  usage: string | null;
  error: string | null;
  cancelled: 'human' | 'opted_out' | null;
  endsAs: 'opted_out' | null;
  mode: string | null;
  sources: string | null;
  createdAt: number;
}

export const TURN_COLUMNS = `id, conversation_id AS conversationId, outcome, limited, answer, usage,
  error, cancelled, ends_as AS endsAs, mode, sources, created_at AS createdAt`;

const PART_COLUMNS = `id, turn_id AS turnId, conversation_id AS conversationId, position, body, state,
  attempts, chances, attempt, attempted_at AS attemptedAt, retry_at AS retryAt, sid, status, error,
  sent_to AS sentTo, sent_from AS sentFrom, evidence, content, created_at AS createdAt`;

/** A part, and the conversation whose mailbox it belongs to. */
export type OutboxPart = Part & { conversationId: string };

/** Finds a part by its id, its latest attempt or the channel's id of the message. */
export function findPart(
  db: Database,
  column: 'id' | 'attempt' | 'sid',
  value: string,
): OutboxPart | undefined {
  const row = db.get(`SELECT ${PART_COLUMNS} FROM outbox WHERE ${column} = :value`, { value });
  return row && toPart(row);
}

/** Returns the parts of a turn in their order. */
export function partsOf(db: Database, turnId: string): Part[] {
  return db
    .all(`SELECT ${PART_COLUMNS} FROM outbox WHERE turn_id = :turnId ORDER BY position`, { turnId })
    .map(toPart);
}

/** Finds a turn and its parts. */
export function findTurn(db: Database, id: string): Turn | undefined {
  const row = db.get<TurnRow>(`SELECT ${TURN_COLUMNS} FROM turns WHERE id = :id`, { id });
  return row && toTurn(db, row);
}

/** Makes a turn of its row, and reads its parts. */
export function toTurn(db: Database, row: TurnRow): Turn {
  return {
    id: row.id,
    conversationId: row.conversationId,
    outcome: row.outcome ?? undefined,
    limited: row.limited === 1,
    answer: row.answer ?? undefined,
    usage: jsonIn(row.usage),
    cancelled: row.cancelled ?? undefined,
    endsAs: row.endsAs ?? undefined,
    mode: row.mode ?? undefined,
    sources: jsonIn(row.sources),
    parts: partsOf(db, row.id),
  };
}

const LOST_ERROR: SendError = { message: 'The error cannot be read in the store.' };

function toPart(row: Record<string, any>): OutboxPart {
  const given = Object.entries(row).filter(([, value]) => value !== null);
  const part = Object.fromEntries(given) as any;
  if (part.error) part.error = jsonIn(part.error, LOST_ERROR);
  if (part.evidence) part.evidence = jsonIn(part.evidence, undefined);
  if (part.content) part.content = jsonIn(part.content, undefined);
  return part;
}
