import { countServed } from '../../knowledge/answers/served.sqlite.js';
import { MOST_EARLIER } from '../../chat/messages/earlier.js';
import {
  MESSAGE_COLUMNS,
  steps as messages,
  toMessage,
} from '../../chat/messages/message.sqlite.js';
import { steps as summaries } from '../../chat/messages/summary.sqlite.js';
import { noteConsent } from '../../sessions/consent/consent-log.sqlite.js';
import { addressesIn } from '../../sessions/session-row.sqlite.js';
import { beginWait, giveBack, waitsNoMore } from '../../sessions/handover/handover.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { holds, noteProgress } from '../queue/mailbox-row.sqlite.js';
import { steps as queue } from '../queue/queue.sqlite.js';
import type { Claim } from '../queue/queue.store.js';
import { beginPart } from './storing/begin-part.sqlite.js';
import type { FirstAttempt, Stored } from './first-attempt.js';
import { NO_CALLBACK } from './part.js';
import { unsendable } from './recipient/recipient.js';
import { standingOf } from './recipient/recipient.sqlite.js';
import { cancelTurns, settleTurn, publishOutcome } from './settlement.sqlite.js';
import { insertTurn } from './storing/turn-insert.sqlite.js';
import { findTurn, toTurn, TURN_COLUMNS, type TurnRow } from './turn-row.sqlite.js';
import type { Outcome, Turn } from './turn.js';
import type { Answered, TurnStore } from './turn.store.js';
import { madeOf, MOST_WAITING, NOTHING_TO_SEND } from './work.js';
import type { Draft, Work } from './work.js';
import { keepWindow, toWindow, WINDOW_COLUMNS } from './storing/window.sqlite.js';

function count(db: Database, conversationId: string): number {
  return db.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM messages WHERE conversation_id = :conversationId AND waiting = 1',
    { conversationId },
  )!.n;
}

function unsettledIn(db: Database, conversationId: string): TurnRow[] {
  return db.all<TurnRow>(
    `SELECT ${TURN_COLUMNS} FROM turns WHERE conversation_id = :conversationId AND outcome IS NULL
     ORDER BY seq`,
    { conversationId },
  );
}

function waitingIn(db: Database, conversationId: string) {
  return db.all(
    `SELECT ${MESSAGE_COLUMNS} FROM messages
     WHERE conversation_id = :conversationId AND waiting = 1 ORDER BY seq LIMIT :most`,
    { conversationId, most: MOST_WAITING },
  );
}

/** A merged mailbox is due as long as it isn't empty. */
const AWAITS_MERGE = `EXISTS (SELECT 1 FROM conversations AS m
  WHERE m.merged_into = c.id AND m.due_at IS NOT NULL)`;

/** Turns in SQLite. */
export const steps = {
  open(db: Database, { conversationId, token }: Claim): Work | null {
    const row = db.get(
      `SELECT wakes, line, merged_into, ${WINDOW_COLUMNS}, taken_at, opted_out_at, waiting_since,
         last_inbound_at, ${AWAITS_MERGE} AS awaits_merge FROM conversations AS c
       WHERE id = :conversationId AND token = :token`,
      { conversationId, token },
    );
    if (!row) return null;
    const unsettled = unsettledIn(db, conversationId);
    const waiting = waitingIn(db, conversationId);
    return {
      turn: unsettled[0] && toTurn(db, unsettled[0]),
      unsettled: unsettled.length,
      waiting: waiting.map(toMessage),
      waitingInAll: waiting.length < MOST_WAITING ? waiting.length : count(db, conversationId),
      wakes: row.wakes,
      window: toWindow(row),
      line: row.line ?? undefined,
      mergedInto: row.merged_into ?? undefined,
      awaitsMerge: row.awaits_merge === 1,
      takenOver: row.taken_at !== null,
      waitingSince: row.waiting_since ?? undefined,
      optedOut: row.opted_out_at !== null,
      lastInboundAt: row.last_inbound_at ?? undefined,
      earlier: {
        messages: messages.history(db, conversationId, MOST_EARLIER),
        summary: summaries.find(db, conversationId) ?? undefined,
      },
      now: db.now(),
    };
  },

  answer(db: Database, claim: Claim, draft: Draft): Stored {
    if (!holds(db, claim)) return 'lost';
    if (!draft.evenIfOutdated && count(db, claim.conversationId) !== draft.seen) return 'outdated';
    if (!draft.parts.length && !draft.outcome) throw new Error(NOTHING_TO_SEND);
    if (draft.optOut !== undefined) optOut(db, claim.conversationId, draft.optOut, draft.consent);
    if (draft.handover) beginWait(db, claim.conversationId, draft.handover);
    if (draft.handBack) giveBack(db, claim.conversationId, 'sender');
    const free = !unsettledIn(db, claim.conversationId).length;
    insertTurn(db, claim.conversationId, { ...draft, made: madeOf(claim, draft) });
    countServed(db, draft.sources);
    cover(db, draft);
    noteProgress(db, claim);
    if (!draft.parts.length) publishOutcome(db, draft.turnId, draft.outcome!, draft.covers.length);
    if (draft.window) keepWindow(db, claim.conversationId, draft.window);
    const to = draft.first && free && beginFirst(db, claim, draft, draft.first);
    return to ? { to } : 'stored';
  },

  cancel(db: Database, claim: Claim): void {
    if (holds(db, claim)) cancelTurns(db, claim.conversationId, 'opted_out');
  },

  giveUp(db: Database, claim: Claim, turnId: string, error: string): Outcome | undefined {
    if (!holds(db, claim)) return undefined;
    db.run('UPDATE turns SET error = :error, failed = 1 WHERE id = :turnId', { turnId, error });
    giveUpParts(db, turnId, error);
    return settleTurn(db, turnId);
  },

  find(db: Database, ids: string[]): Turn[] {
    return ids.map((id) => findTurn(db, id)).filter((turn) => turn !== undefined);
  },

  answerTo(db: Database, messageId: string): Answered {
    const row = db.get(
      `SELECT m.turn_id, t.answer FROM messages m LEFT JOIN turns t ON t.id = m.turn_id
       WHERE m.id = :messageId`,
      { messageId },
    );
    return { done: !row || !!row.turn_id, answer: row?.answer ?? null };
  },
};

export const open = portOf<TurnStore>(steps, import.meta.url, ['find']);

/** Records the first attempt of a turn's first part; undefined where nobody is to get it. */
function beginFirst(
  db: Database,
  claim: Claim,
  { parts, endsAs }: Draft,
  { id: attempt, sender, leaseMs }: FirstAttempt,
): string | undefined {
  const { conversationId } = claim;
  if (unsendable(standingOf(db, conversationId), { confirms: !!endsAs })) return undefined;
  const [to] = addressesIn(db, conversationId);
  if (!parts.length || !to || !queue.renew(db, claim, leaseMs)) return undefined;
  beginPart(db, parts[0].id, { attempt, to, sender, crashes: claim.crashes });
  return to;
}

function optOut(db: Database, id: string, out: boolean, said: Draft['consent']): void {
  const at = out ? db.now() : null;
  db.run('UPDATE conversations SET opted_out_at = :at WHERE id = :id', { id, at });
  noteConsent(db, id, { kind: out ? 'opted_out' : 'opted_in', by: 'sender', ...said });
  if (!out) return;
  waitsNoMore(db, id);
  cancelTurns(db, id, 'opted_out');
}

function cover(db: Database, { turnId, covers, acknowledged = [] }: Draft): void {
  const times = new Map(acknowledged);
  for (const id of covers) {
    db.run(
      `UPDATE messages SET turn_id = :turnId, waiting = NULL, acknowledged_ms = :ms
       WHERE id = :id`,
      { turnId, id, ms: times.get(id) ?? null },
    );
  }
}

/** Makes unsent parts dead. A part that is being sent becomes uncertain: it may have been sent. */
function giveUpParts(db: Database, turnId: string, message: string): void {
  const dead = { turnId, error: JSON.stringify({ message }), now: db.now() };
  db.run(
    `UPDATE outbox SET state = 'dead', error = :error, retry_at = NULL, held = NULL,
       updated_at = :now WHERE turn_id = :turnId AND state NOT IN ('accepted', 'sending')`,
    dead,
  );
  db.run(
    `UPDATE outbox SET state = 'uncertain', error = COALESCE(error, :error), updated_at = :now
     WHERE turn_id = :turnId AND state = 'sending'`,
    { ...dead, error: JSON.stringify({ message: NO_CALLBACK }) },
  );
}
