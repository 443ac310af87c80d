import type { LineId } from '../config/lines/line.js';
import type { Database } from '../storage/sqlite/database.js';
import { FENCE } from './fence.sqlite.js';
import type { LineAddress } from '../config/lines/line-address.js';
import { NOT_WAITING } from './handover/handover.sqlite.js';
import { isSettled, linkOf, type Reached } from './linking.js';
import { newConversationId } from './new-conversation-id.js';
import { keysIn, rowAt } from './session-row.sqlite.js';
import { knownAs, type Resolved, type Sender } from './session.js';

/** Finds or creates the conversation of one sender, and links the sender's addresses to it. */
export function link(db: Database, sender: Sender): Resolved {
  const all = knownAs(sender).map((address) => rowAt(db, address));
  const known = all.filter((row) => row !== undefined);
  if (isSettled(sender, known)) return { conversationId: known[0].conversationId };
  const led = known.map(({ conversationId }) => conversationId);
  const { into, point: unled, drop, merged } = linkOf(sender, reached(db, led));
  for (const form of drop) db.run('DELETE FROM whatsapp_sessions WHERE wa_id = :form', { form });
  if (!into) return create(db, unled, sender.line);
  for (const younger of merged) merge(db, younger, into);
  for (const address of unled) point(db, address, into);
  return { conversationId: into, ...(merged.length && { merged }) };
}

/** The conversations with these ids, where there are any, the oldest first. */
function reached(db: Database, ids: string[]): Reached[] {
  const rows = db.all<{ conversationId: string }>(
    `SELECT id AS conversationId FROM conversations
     WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY created_at, id`,
    { ids: JSON.stringify(ids) },
  );
  return rows.map(({ conversationId: id }) => ({
    conversationId: id,
    addresses: keysIn(db, id),
  }));
}

function create(db: Database, addresses: LineAddress[], line?: LineId): Resolved {
  const conversationId = newConversationId();
  db.run(
    `INSERT INTO conversations (id, created_at, activity_at, line)
     VALUES (:conversationId, :now, :now, :line)`,
    { conversationId, now: db.now(), line: line ?? null },
  );
  for (const address of addresses) point(db, address, conversationId);
  return { conversationId };
}

function point(db: Database, waId: string, conversationId: string): void {
  db.run(
    `INSERT INTO whatsapp_sessions (wa_id, conversation_id, created_at, updated_at)
     VALUES (:waId, :conversationId, :now, :now)
     ON CONFLICT (wa_id) DO UPDATE
       SET conversation_id = :conversationId, created_at = :now, updated_at = :now`,
    { waId, conversationId, now: db.now() },
  );
}

/**
 * Merges the younger conversation into the older one. Both mailboxes are fenced and due at once, so
 * that a worker moves what the younger contains, and nothing is answered in the older before that.
 */
function merge(db: Database, younger: string, older: string): void {
  db.run('UPDATE whatsapp_sessions SET conversation_id = :older WHERE conversation_id = :younger', {
    older,
    younger,
  });
  inheritState(db, younger, older);
  db.run(
    `UPDATE conversations SET merged_into = :older, ${NOT_WAITING}, unread = NULL, ${FENCE}
     WHERE id = :younger OR merged_into = :younger`,
    { older, younger, now: db.now() },
  );
}

/**
 * Applies the younger conversation's takeover, opt-out and wait for a person to the older one,
 * because both belong to the same sender. Who waits in both has waited since the earlier time, and
 * who opted out in either waits for nobody. The later step and activity count, and what nobody has
 * read in either is unread. It fences the older mailbox, whose worker doesn't know of the younger one.
 */
function inheritState(db: Database, younger: string, older: string): void {
  db.run(
    `UPDATE conversations SET ${FENCE},
       taken_at = COALESCE(conversations.taken_at, other.taken_at),
       opted_out_at = COALESCE(conversations.opted_out_at, other.opted_out_at),
       unreachable_at = COALESCE(conversations.unreachable_at, other.unreachable_at),
       unreachable_why = COALESCE(conversations.unreachable_why, other.unreachable_why),
       unreachable_code = COALESCE(conversations.unreachable_code, other.unreachable_code),
       waiting_since = MIN(COALESCE(conversations.waiting_since, other.waiting_since),
                           COALESCE(other.waiting_since, conversations.waiting_since)),
       waiting_reason = IIF(other.waiting_since < COALESCE(conversations.waiting_since, 9e15),
                            other.waiting_reason, conversations.waiting_reason),
       promised_at = MAX(COALESCE(conversations.promised_at, other.promised_at),
                         COALESCE(other.promised_at, conversations.promised_at)),
       handover_step = IIF(${LATER}, other.handover_step, conversations.handover_step),
       handover_reason = IIF(${LATER}, other.handover_reason, conversations.handover_reason),
       handover_at = IIF(${LATER}, other.handover_at, conversations.handover_at),
       activity_at = MAX(conversations.activity_at, other.activity_at),
       last_inbound_at = MAX(COALESCE(conversations.last_inbound_at, other.last_inbound_at),
                             COALESCE(other.last_inbound_at, conversations.last_inbound_at)),
       window_refused_at = MAX(COALESCE(conversations.window_refused_at, other.window_refused_at),
                               COALESCE(other.window_refused_at, conversations.window_refused_at)),
       followed_up_for = MAX(COALESCE(conversations.followed_up_for, other.followed_up_for),
                             COALESCE(other.followed_up_for, conversations.followed_up_for)),
       unread = COALESCE(conversations.unread, other.unread)
     FROM (SELECT taken_at, opted_out_at, waiting_since, waiting_reason, promised_at, handover_step,
             handover_reason, handover_at, activity_at, last_inbound_at, unread,
             window_refused_at, followed_up_for, unreachable_at, unreachable_why, unreachable_code
           FROM conversations WHERE id = :younger) AS other
     WHERE id = :older`,
    { older, younger, now: db.now() },
  );
  const nobody = `UPDATE conversations SET ${NOT_WAITING} WHERE id = :older AND opted_out_at IS NOT NULL`;
  db.run(nobody, { older });
}

/** The younger conversation's step to a person or back is the later one. */
const LATER = 'other.handover_at > COALESCE(conversations.handover_at, 0)';
