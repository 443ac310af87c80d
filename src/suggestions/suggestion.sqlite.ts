import { MESSAGE_COLUMNS, toMessage } from '../chat/messages/message.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Asked, PersonsReply } from './suggestion.js';
import { type Decision, MOST_ASKED, type SuggestionStore } from './suggestion.store.js';

type Row = Omit<PersonsReply, 'asked'> & { seq: number };

const UNDECIDED = `mode = 'person' AND suggestion IS NULL`;

/** What people replied, in SQLite. */
export const steps = {
  undecided(db: Database, most: number, conversationId?: string): PersonsReply[] {
    const rows = db.all<Row>(
      `SELECT id, conversation_id AS conversationId, answer AS text, created_at AS repliedAt, seq
       FROM turns WHERE ${UNDECIDED} ${conversationId ? 'AND conversation_id = :conversationId' : ''}
         AND conversation_id NOT IN (SELECT conversation_id FROM erasures)
       ORDER BY seq DESC LIMIT :most`,
      { most, ...(conversationId && { conversationId }) },
    );
    return rows.map(({ seq, ...reply }) => ({ ...reply, asked: askedBefore(db, reply, seq) }));
  },

  decide(db: Database, replyIds: string[], decision: Decision): string[] {
    const set = `UPDATE turns SET suggestion = :decision WHERE id = :id AND ${UNDECIDED}`;
    return replyIds.filter((id) => db.run(set, { id, decision }) > 0);
  },

  reopen(db: Database, replyIds: string[]): void {
    for (const id of replyIds) db.run('UPDATE turns SET suggestion = NULL WHERE id = :id', { id });
  },
};

export const open = portOf<SuggestionStore>(steps, import.meta.url, ['undecided']);

/** What was written between a reply and the one before. */
function askedBefore(
  db: Database,
  { id, conversationId }: Pick<Row, 'id' | 'conversationId'>,
  seq: number,
): Asked[] {
  const former = db.get<{ id: string }>(
    `SELECT id FROM turns WHERE conversation_id = :conversationId AND mode = 'person' AND seq < :seq
     ORDER BY seq DESC LIMIT 1`,
    { conversationId, seq },
  );
  const rows = db.all(
    `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE conversation_id = :conversationId
       AND seq < (SELECT seq FROM messages WHERE id = :id)
       AND seq > COALESCE((SELECT seq FROM messages WHERE id = :former), 0)
       AND role = 'user' AND source = 'whatsapp' ORDER BY seq DESC LIMIT ${MOST_ASKED}`,
    { conversationId, id, former: former?.id ?? '' },
  );
  return rows.reverse().map((row) => {
    const message = toMessage(row);
    const turn = db.get<Omit<Asked, 'message'>>(
      `SELECT outcome, cancelled, json_extract(made, '$.branch') AS branch FROM turns WHERE id = :id`,
      { id: message.turnId ?? '' },
    );
    return { message, ...turn };
  });
}
