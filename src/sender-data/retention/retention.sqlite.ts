import type { Sqlite } from '../../storage/sqlite/sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { deleteConversation } from '../erasure.sqlite.js';
import { type Forgotten, NONE, type RetentionStore } from './retention.store.js';

/** Retention in SQLite. What hangs on a message goes by triggers. */
export const steps = {
  turns(db: Database, before: number, after: string | undefined, most: number): Forgotten {
    const rows = db.all<Old>(
      `SELECT seq, id, conversation_id AS conversationId, created_at AS createdAt,
         outcome IS NOT NULL AND failed IS NOT 1 AND COALESCE(settled_at, created_at) < :before
           AND NOT EXISTS (SELECT 1 FROM outbox WHERE turn_id = turns.id
             AND (state IN ('pending', 'sending') OR look_at IS NOT NULL)) AS over
       FROM turns WHERE seq > :after ORDER BY seq LIMIT :most`,
      { before, after: Number(after ?? 0), most },
    );
    const old = rows.filter(({ createdAt }) => createdAt < before);
    const over = old.filter((row) => row.over === 1);
    const messages = over.map((row) => deleteTurn(db, row, before));
    return { ...NONE, turns: over.length, messages: sum(messages), next: nextOf(rows, old, most) };
  },

  questions(db: Database, before: number, after: string | undefined, most: number): Forgotten {
    const rows = db.all<Old>(
      `SELECT seq, COALESCE(turn_id, '') AS id, created_at AS createdAt FROM messages
       WHERE source = 'api' AND role = 'user' AND seq > :after ORDER BY seq LIMIT :most`,
      { after: Number(after ?? 0), most },
    );
    const old = rows.filter(({ createdAt }) => createdAt < before);
    const messages = old.map(({ seq, id }) =>
      id ? deleteMessages(db, id) : db.run('DELETE FROM messages WHERE seq = :seq', { seq }),
    );
    return { ...NONE, messages: sum(messages), next: nextOf(rows, old, most) };
  },

  conversations(db: Database, before: number, after: string | undefined, most: number): Forgotten {
    const [at, id] = after?.split(' ') ?? ['-1', ''];
    const rows = db.all<{ id: string; at: number; stays: number }>(
      `SELECT id, activity_at AS at,
         opted_out_at IS NOT NULL OR waiting_since IS NOT NULL AS stays
       FROM conversations WHERE merged_into IS NULL AND activity_at < :before
         AND (activity_at, id) > (:at, :id) ORDER BY activity_at, id LIMIT :most`,
      { before, at: Number(at), id, most },
    );
    const empty = rows.filter((row) => !row.stays && deleteIfEmpty(db, row.id));
    const last = rows.length === most ? rows.at(-1) : undefined;
    return {
      ...NONE,
      conversations: empty.length,
      ...(last && { next: `${last.at} ${last.id}` }),
    };
  },
};

/** Binds the steps to the port. What they delete stays deleted if the disk has no place for the file. */
export async function open(sqlite: Sqlite): Promise<RetentionStore> {
  const bound = await portOf<Omit<RetentionStore, 'ended'>>(steps, import.meta.url)(sqlite);
  return { ...bound, ended: () => sqlite.scrub().catch(() => undefined) };
}

interface Old {
  seq: number;
  id: string;
  conversationId: string;
  createdAt: number;
  over: number;
}

/** Rows are in the order of their time: where one isn't old, those behind it aren't either. */
function nextOf(rows: Old[], old: Old[], most: number): string | undefined {
  return rows.length === most && old.length === most ? String(rows.at(-1)!.seq) : undefined;
}

function deleteTurn(db: Database, { seq, id, conversationId }: Old, before: number): number {
  const messages = deleteMessages(db, id);
  db.run('DELETE FROM outbox WHERE turn_id = :id', { id });
  db.run('DELETE FROM turns WHERE seq = :seq', { seq });
  db.run('DELETE FROM summaries WHERE conversation_id = :conversationId AND until < :before', {
    conversationId,
    before,
  });
  return messages;
}

function deleteMessages(db: Database, turnId: string): number {
  return db.run('DELETE FROM messages WHERE turn_id = :turnId', { turnId });
}

/** Deletes a conversation and those merged into it, if nothing is left in any of them. */
function deleteIfEmpty(db: Database, id: string): boolean {
  const all = db.all<{ id: string; holds: number }>(
    `SELECT id, due_at IS NOT NULL
         OR EXISTS (SELECT 1 FROM messages WHERE conversation_id = c.id)
         OR EXISTS (SELECT 1 FROM turns WHERE conversation_id = c.id)
         OR EXISTS (SELECT 1 FROM outbox WHERE conversation_id = c.id) AS holds
       FROM conversations AS c WHERE id = :id OR merged_into = :id`,
    { id },
  );
  if (all.some(({ holds }) => holds)) return false;
  for (const one of all) deleteConversation(db, one.id);
  return true;
}

function sum(counts: number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
