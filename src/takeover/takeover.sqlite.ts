import { cancelTurns } from '../mailbox/turns/settlement.sqlite.js';
import { wakeNow } from '../mailbox/queue/mailbox-row.sqlite.js';
import { MOST_COUNTED } from '../mailbox/queue/queue.store.js';
import { isClosed } from '../mailbox/outbox/window/closed.sqlite.js';
import { unsendable } from '../mailbox/turns/recipient/recipient.js';
import { standingOf } from '../mailbox/turns/recipient/recipient.sqlite.js';
import { insertTurn } from '../mailbox/turns/storing/turn-insert.sqlite.js';
import { FENCE } from '../sessions/fence.sqlite.js';
import { answered, beginWait, giveBack, noted } from '../sessions/handover/handover.sqlite.js';
import { steps as sessions } from '../sessions/session.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Refused, Replied, Reply, TakeoverStore, Telling, Waiting } from './takeover.store.js';

/** Takeovers and replies in SQLite. */
export const steps = {
  takeOver(db: Database, conversationId: string): boolean {
    const id = sessions.resolve(db, conversationId);
    if (!id) return false;
    const taken = db.run(
      `UPDATE conversations SET taken_at = :now, ${noted('taken_over', 'takeover')}, ${FENCE}
       WHERE id = :id AND taken_at IS NULL`,
      { id, now: db.now() },
    );
    if (taken) cancelTurns(db, id, 'human');
    return true;
  },

  handOver(db: Database, conversationId: string, { wait, told, windowMs }: Telling) {
    const id = sessions.resolve(db, conversationId);
    if (!id) return 'unknown';
    const began = beginWait(db, id, wait);
    const refused = refusal(db, id, windowMs);
    if (!began) return refused === 'opted out' ? refused : undefined;
    db.run(`UPDATE conversations SET ${FENCE} WHERE id = :id`, { id, now: db.now() });
    cancelTurns(db, id, 'human');
    if (!refused) insertTurn(db, id, told);
    return undefined;
  },

  release(db: Database, conversationId: string): boolean {
    const id = sessions.resolve(db, conversationId);
    if (id) giveBack(db, id, 'operator');
    return !!id;
  },

  reply(db: Database, conversationId: string, reply: Reply): Replied {
    const id = sessions.resolve(db, conversationId);
    if (!id) return { kind: 'unknown' };
    const key = reply.key === undefined ? null : `${conversationId} ${reply.key}`;
    const former = key && find(db, 'reply_key', key);
    if (former) return { kind: 'repeated', ...former };
    const refused = refusal(db, id, reply.windowMs);
    if (refused) return { kind: refused };
    const { turnId, text, parts } = reply;
    insertTurn(db, id, { turnId, limited: false, answer: text, parts, mode: 'person' });
    db.run('UPDATE turns SET reply_key = :key WHERE id = :turnId', { key, turnId });
    answered(db, id);
    sessions.read(db, id);
    wakeNow(db, id);
    return { kind: 'stored', ...find(db, 'id', turnId)! };
  },

  giveBackSilent(db: Database, silentMs: number, most: number): string[] {
    const found = db.all<{ id: string }>(`${silent('taken')} UNION ${silent('waiting')}`, {
      before: db.now() - silentMs,
      most,
    });
    const ids = found.slice(0, most).map(({ id }) => id);
    return ids.filter((id) => giveBack(db, id, 'silence'));
  },

  /** Reads the index only, so that a large store doesn't slow the metrics down. */
  waiting(db: Database): Waiting {
    const { count, first } = db.get<{ count: number; first: number | null }>(
      `SELECT count(*) AS count, min(waiting_since) AS first FROM (SELECT waiting_since
       FROM conversations WHERE waiting_since IS NOT NULL ORDER BY waiting_since
       LIMIT ${MOST_COUNTED})`,
    )!;
    const now = db.now();
    return { count, oldestMs: Math.max(0, now - (first ?? now)) };
  },
};

const WITH_A_PERSON = { taken: 'taken_at', waiting: 'waiting_since' };

/** Those with a person in which nobody has said anything since `:before`, by their index. */
function silent(who: keyof typeof WITH_A_PERSON): string {
  return `SELECT id FROM (SELECT id FROM conversations INDEXED BY conversations_active_${who}
    WHERE ${WITH_A_PERSON[who]} IS NOT NULL AND merged_into IS NULL AND activity_at <= :before
      AND (promised_at IS NULL OR promised_at <= :before)
    ORDER BY activity_at LIMIT :most)`;
}

/** Says why nothing may be sent to the sender; undefined when it may. */
function refusal(db: Database, id: string, windowMs?: number): Refused | undefined {
  const why = unsendable(standingOf(db, id));
  if (why) return why;
  const closed = isClosed(db, id, windowMs);
  if (closed === undefined) return 'no address';
  return closed && windowMs !== undefined ? 'window closed' : undefined;
}

function find(db: Database, column: 'id' | 'reply_key', value: string) {
  return db.get<{ id: string; conversationId: string; text: string; createdAt: number }>(
    `SELECT id, conversation_id AS conversationId, answer AS text, created_at AS createdAt FROM turns WHERE ${column} = :value`,
    { value },
  );
}

export const open = portOf<TakeoverStore>(steps, import.meta.url, ['waiting']);
