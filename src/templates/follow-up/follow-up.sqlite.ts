import { wakeNow } from '../../mailbox/queue/mailbox-row.sqlite.js';
import { insertTurn } from '../../mailbox/turns/storing/turn-insert.sqlite.js';
import { sessionsIn } from '../../sessions/session-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import {
  type Ages,
  FOLLOW_UP,
  type FollowUp,
  type FollowUpStore,
  type Owed,
} from './follow-up.store.js';

const LATEST = `(SELECT outcome FROM turns WHERE conversation_id = c.id ORDER BY seq DESC LIMIT 1)`;

/** Who is owed an answer: see `FollowUpStore.owed`. */
const OWED = `(waiting_since IS NOT NULL OR ${LATEST} = 'human'
  OR (window_refused_at >= last_inbound_at AND ${LATEST} = 'dead'))`;

/** Nothing was sent since they wrote, they may be written to, and something reaches them. */
const OPEN = `opted_out_at IS NULL AND unreachable_at IS NULL AND COALESCE(followed_up_for, 0) < last_inbound_at`;

/** Follow-ups in SQLite. */
export const steps = {
  owed(db: Database, { least, most }: Ages, limit: number, after?: number): Owed[] {
    const now = db.now();
    const rows = db.all<Owed>(
      `SELECT id AS conversationId, last_inbound_at AS lastInboundAt FROM conversations AS c
       WHERE last_inbound_at > :from AND last_inbound_at <= :until AND merged_into IS NULL
         AND ${OPEN} AND ${OWED} ORDER BY last_inbound_at LIMIT :limit`,
      { from: Math.max(now - most, after ?? 0), until: now - least, limit },
    );
    return rows.map((row) => ({ ...row, ...nameOf(db, row.conversationId) }));
  },

  store(db: Database, { conversationId, lastInboundAt }: Owed, followUp: FollowUp): boolean {
    const marked = db.run(
      `UPDATE conversations AS c SET followed_up_for = last_inbound_at
       WHERE id = :id AND merged_into IS NULL AND last_inbound_at = :at AND ${OPEN} AND ${OWED}`,
      { id: conversationId, at: lastInboundAt },
    );
    if (!marked) return false;
    const { turnId, text, parts } = followUp;
    const content = { turnId, limited: false, answer: text, parts, mode: FOLLOW_UP };
    insertTurn(db, conversationId, content);
    wakeNow(db, conversationId);
    return true;
  },
};

export const open = portOf<FollowUpStore>(steps, import.meta.url);

function nameOf(db: Database, id: string): Pick<Owed, 'profileName'> {
  const named = sessionsIn(db, id).find(({ profileName }) => profileName);
  return named ? { profileName: named.profileName } : {};
}
