import type { LineId } from '../config/lines/line.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type {
  Channel,
  Conversation,
  ConversationCursor,
  ConversationFilter,
  Unreachable,
} from './conversation.js';
import type { GivenBackBy, HandoverStep, Wait, WaitingReason } from './handover/handover.js';
import { beginWait, giveBack } from './handover/handover.sqlite.js';
import { listed, placeOf } from './finding/list.sqlite.js';
import { addressIn, type LineAddress, onLine } from '../config/lines/line-address.js';
import { link } from './linking.sqlite.js';
import { formsOf } from './phones/forms.js';
import { unite } from './phones/uniting.sqlite.js';
import { addressesIn, sessionAt, sessionsIn } from './session-row.sqlite.js';
import { addressesOf, type Resolved, type Sender, type Session } from './session.js';
import type { SessionRepository } from './session.repository.js';

const COLUMNS = `id, created_at AS createdAt, taken_at AS takenAt, opted_out_at AS optedOutAt,
  unreachable_at AS unreachableAt, unreachable_why AS unreachableWhy,
  unreachable_code AS unreachableCode, waiting_since AS waitingSince, waiting_reason AS waitingReason, promised_at AS promisedAt,
  handover_step AS step, handover_reason AS reason, handover_at AS stepAt, activity_at AS activityAt,
  last_inbound_at AS lastInboundAt, unread, channel, window_refused_at AS windowRefusedAt,
  line`;

interface Row {
  id: string;
  createdAt: number;
  takenAt: number | null;
  optedOutAt: number | null;
  unreachableAt: number | null;
  unreachableWhy: Unreachable['reason'];
  unreachableCode: number | null;
  waitingSince: number | null;
  waitingReason: WaitingReason | null;
  promisedAt: number | null;
  step: HandoverStep['step'] | null;
  reason: HandoverStep['reason'] | null;
  stepAt: number | null;
  activityAt: number;
  lastInboundAt: number | null;
  windowRefusedAt: number | null;
  unread: number | null;
  channel: Channel;
  line: LineId | null;
}

/** Sessions in SQLite. */
export const steps = {
  getOrCreate(db: Database, sender: Sender): Resolved {
    const resolved = link(db, sender);
    for (const address of addressesOf(sender)) steps.touch(db, address, sender.profileName);
    return resolved;
  },

  touch(db: Database, waId: LineAddress, profileName?: string): void {
    db.run(
      `UPDATE whatsapp_sessions SET updated_at = MAX(updated_at, :now),
         profile_name = COALESCE(:profileName, profile_name) WHERE wa_id = :waId`,
      { waId, now: db.now(), profileName: profileName ?? null },
    );
  },

  find(db: Database, waId: string, line?: LineId): Session | null {
    const found = sessionAt(db, onLine(waId, line));
    return found ? { ...found, waId: addressIn(found.waId) } : null;
  },

  resolve(db: Database, id: string): string | null {
    const found = db.get<{ id: string }>(
      'SELECT COALESCE(merged_into, id) AS id FROM conversations WHERE id = :id',
      { id },
    );
    return found?.id ?? null;
  },

  addresses(db: Database, conversationId: string): string[] {
    return addressesIn(db, conversationId);
  },

  conversation(db: Database, id: string): Conversation | null {
    const now = steps.resolve(db, id);
    const row = db.get<Row>(`SELECT ${COLUMNS} FROM conversations WHERE id = :now`, { now });
    return row ? toConversation(db, row) : null;
  },

  conversations(
    db: Database,
    filter: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Conversation[] {
    return db
      .all<Row>(`SELECT ${COLUMNS} ${listed(filter)} LIMIT :limit`, {
        forms: filter.waId === undefined ? null : JSON.stringify(formsOf(filter.waId)),
        line: filter.line ?? null,
        ids: filter.ids ? JSON.stringify(filter.ids) : null,
        ...placeOf(filter, after),
        limit,
      })
      .map((row) => toConversation(db, row));
  },

  /** Notes that something was said in a conversation; `unread`: by its sender. */
  active(db: Database, conversationId: string, unread = false): void {
    db.run(
      `UPDATE conversations SET activity_at = MAX(activity_at, :now) ${unread ? ', unread = 1' : ''}
       WHERE id = :conversationId`,
      { conversationId, now: db.now() },
    );
  },

  read(db: Database, conversationId: string): boolean {
    const id = steps.resolve(db, conversationId);
    const read = db.run(
      `UPDATE conversations SET unread = NULL, read_seq =
         (SELECT MAX(seq) FROM messages WHERE conversation_id = :id) WHERE id = :id AND unread = 1`,
      { id },
    );
    return read > 0;
  },

  clearUnreachable(db: Database, conversationId: string): boolean {
    const id = steps.resolve(db, conversationId);
    const cleared = db.run(
      `UPDATE conversations SET unreachable_at = NULL, unreachable_why = NULL, unreachable_code = NULL
       WHERE id = :id AND unreachable_at IS NOT NULL`,
      { id },
    );
    return cleared > 0;
  },

  waitForPerson(db: Database, conversationId: string, wait: Wait): void {
    beginWait(db, conversationId, wait);
  },

  giveBack(db: Database, conversationId: string, by: GivenBackBy): boolean {
    return giveBack(db, conversationId, by);
  },

  unite,
};

export const open = portOf<SessionRepository>(steps, import.meta.url, [
  'conversation',
  'conversations',
]);

function toConversation(db: Database, row: Row): Conversation {
  return {
    id: row.id,
    addresses: sessionsIn(db, row.id),
    takenAt: row.takenAt ?? undefined,
    optedOutAt: row.optedOutAt ?? undefined,
    ...(row.unreachableAt !== null && {
      unreachable: {
        since: row.unreachableAt,
        reason: row.unreachableWhy,
        code: row.unreachableCode ?? undefined,
      },
    }),
    waitingSince: row.waitingSince ?? undefined,
    waitingReason: row.waitingReason ?? undefined,
    promisedAt: row.promisedAt ?? undefined,
    handover: stepOf(row),
    channel: row.channel,
    ...(row.line !== null && { line: row.line }),
    unread: row.unread === 1,
    activityAt: row.activityAt,
    lastInboundAt: row.lastInboundAt ?? undefined,
    windowRefusedAt: row.windowRefusedAt ?? undefined,
    createdAt: row.createdAt,
  };
}

function stepOf({ step, reason, stepAt }: Row): HandoverStep | undefined {
  return stepAt === null ? undefined : { step: step!, reason: reason!, at: stepAt };
}
