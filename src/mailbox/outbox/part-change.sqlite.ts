import { DEFAULT_LINE } from '../../config/lines/line.js';
import { noteConsent } from '../../sessions/consent/consent-log.sqlite.js';
import { FENCE } from '../../sessions/fence.sqlite.js';
import { waitsNoMore } from '../../sessions/handover/handover.sqlite.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { receivedFor } from '../turns/received/received.sqlite.js';
import { cancelTurns, settleTurn } from '../turns/settlement.sqlite.js';
import { findPart, type OutboxPart } from '../turns/turn-row.sqlite.js';
import { noteResult } from './attempts/attempt-log.sqlite.js';
import { LOOK_AT_ONCE_MS } from '../turns/first-attempt.js';
import type { Settled } from './outbox.store.js';
import { isMove, type Resolution, unfitIn } from './resolution.js';

/** Changes a part, and then what follows for its turn and its conversation. */
export function apply(db: Database, part: OutboxPart, resolution: Resolution): Settled {
  const { state, retryInMs, delivered, optOut, windowClosed, unreachable, error } = resolution;
  // How far an accepted message has come says nothing new of its attempt.
  const by = isMove(part, resolution) ? undefined : resolution.by;
  change(db, part.id, { ...resolution, by });
  if (optOut) optOutOf(db, part.conversationId, error?.code);
  if (windowClosed) closeWindow(db, part);
  if (unreachable) noteUnreachable(db, part, unreachable, error?.code);
  const measured = state === 'accepted' && (part.state === 'sending' || delivered);
  const receivedAt = measured ? receivedFor(db, part.turnId) : undefined;
  const { conversationId } = part;
  if (isMove(part, resolution)) return { conversationId, state, receivedAt };
  return { ...settle(db, part), retryInMs, receivedAt, ...unfitIn(part, resolution) };
}

/** The name of the part's line. */
const LINE = `COALESCE((SELECT line FROM conversations WHERE id = outbox.conversation_id),
  '${DEFAULT_LINE}')`;

function change(db: Database, id: string, resolution: Resolution): void {
  const now = db.now();
  const { state, retryInMs, held, awaitsChange, chances, sid, status, error, by, plain } =
    resolution;
  const retryAt = retryInMs === undefined ? null : now + retryInMs;
  db.run(
    `UPDATE outbox SET state = :state, retry_at = :retryAt, held = :held,
       held_line = CASE :held WHEN 1 THEN ${LINE} ELSE held_line END,
       set_off = CASE :held WHEN 1 THEN 'account' ELSE set_off END,
       awaits_change = :awaitsChange, updated_at = :now, chances = COALESCE(:chances, chances),
       sid = COALESCE(:sid, sid), status = COALESCE(:status, status), error = :error,
       content = iif(:plain, NULL, content),
       look_at = CASE :state WHEN 'uncertain' THEN look_at
         WHEN 'sending' THEN min(look_at, :lookAt) END
     WHERE id = :id`,
    {
      id,
      state,
      plain: plain ? 1 : 0,
      retryAt,
      held: held ? 1 : null,
      awaitsChange: awaitsChange ? 1 : null,
      chances: chances ?? null,
      sid: sid ?? null,
      status: status ?? null,
      error: error ? JSON.stringify(error) : null,
      lookAt: now + LOOK_AT_ONCE_MS,
      now,
    },
  );
  if (by) noteResult(db, id, { at: now, state, by, ...(retryAt !== null && { next: retryAt }) });
}

/** Notes from when on the channel takes no text, until the sender writes again. */
function closeWindow(db: Database, { conversationId, attemptedAt }: OutboxPart): void {
  db.run(
    `UPDATE conversations SET window_refused_at = MAX(COALESCE(window_refused_at, 0), :at)
     WHERE id = :id`,
    { id: sessions.resolve(db, conversationId)!, at: attemptedAt ?? db.now() },
  );
}

/**
 * Opts the sender out as their own word does: fences the worker, and cancels what isn't on its way.
 * The mailbox is due, so that the messages that wait in it come to their outcome.
 */
function optOutOf(db: Database, conversationId: string, code?: number): void {
  const id = sessions.resolve(db, conversationId);
  const newly = db.run(
    `UPDATE conversations SET opted_out_at = :now, ${FENCE}
     WHERE id = :id AND opted_out_at IS NULL`,
    { id, now: db.now() },
  );
  if (!newly) return;
  waitsNoMore(db, id!);
  noteConsent(db, id!, { kind: 'opted_out', by: 'channel', code });
  for (const one of new Set([id!, conversationId])) cancelTurns(db, one, 'opted_out');
}

/** Notes that nothing reaches the sender, unless they have written since this was sent. */
function noteUnreachable(db: Database, part: OutboxPart, why: string, code?: number): void {
  db.run(
    `UPDATE conversations SET unreachable_at = :now, unreachable_why = :why,
       unreachable_code = :code
     WHERE id = :id AND unreachable_at IS NULL AND COALESCE(last_inbound_at, 0) <= :sentAt`,
    {
      id: sessions.resolve(db, part.conversationId),
      now: db.now(),
      why,
      code: code ?? null,
      sentAt: part.attemptedAt ?? db.now(),
    },
  );
}

/** Settles the part's turn. Returns what has become of both. */
export function settle(db: Database, { turnId, id, conversationId }: OutboxPart): Settled {
  const outcome = settleTurn(db, turnId);
  return { conversationId, state: findPart(db, 'id', id)!.state, outcome };
}
