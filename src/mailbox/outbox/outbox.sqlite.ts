import { addressesIn } from '../../sessions/session-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { holds, wakeNow } from '../queue/mailbox-row.sqlite.js';
import type { Claim } from '../queue/queue.store.js';
import { steps as queue } from '../queue/queue.sqlite.js';
import { NO_CALLBACK, type SendError } from '../turns/part.js';
import { receivedFor } from '../turns/received.sqlite.js';
import { settleTurn } from '../turns/settlement.sqlite.js';
import { findPart, type OutboxPart } from '../turns/turn-row.sqlite.js';
import type { Sender, Verdict } from './channel.js';
import { FIRST_LOOK_MS, LOOK_AT_ONCE_MS } from './looks.js';
import { NO_ADDRESS, type OutboxStore, type Settled } from './outbox.store.js';
import { isOpen, resolve, resolveCallback, type Resolution } from './resolution.js';
import type { StatusUpdate } from './status-update.js';

/** The outbox in SQLite. */
export const steps = {
  begin(
    db: Database,
    claim: Claim,
    partId: string,
    attempt: string,
    leaseMs: number,
    sender?: Sender,
  ): string | null {
    if (!queue.renew(db, claim, leaseMs)) return null;
    const [address] = addressesIn(db, claim.conversationId);
    if (!address) {
      apply(db, findPart(db, 'id', partId)!, { state: 'dead', error: { message: NO_ADDRESS } });
      return null;
    }
    const begun = db.run(
      `UPDATE outbox SET state = 'sending', attempt = :attempt, attempts = attempts + 1,
         attempted_at = :now, retry_at = NULL, held = NULL, sid = NULL, status = NULL,
         error = NULL, updated_at = :now, sent_to = :to, sent_from = :from, sent_by = :account,
         former_sids = CASE WHEN sid IS NULL THEN former_sids
           ELSE json_insert(COALESCE(former_sids, '[]'), '$[#]', sid) END,
         look_at = :lookAt
       WHERE id = :partId AND state = 'pending' AND NOT EXISTS (
         SELECT 1 FROM outbox former WHERE former.turn_id = outbox.turn_id
         AND former.position < outbox.position AND former.state <> 'accepted')`,
      {
        partId,
        attempt,
        now: db.now(),
        to: address,
        from: sender?.from ?? null,
        account: sender?.account ?? null,
        lookAt: sender ? db.now() + FIRST_LOOK_MS : null,
      },
    );
    return begun ? address : null;
  },

  record(db: Database, claim: Claim, attempt: string, verdict: Verdict): Settled | null {
    const part = findPart(db, 'attempt', attempt);
    if (!part) return null;
    const settled = isOpen(part, verdict)
      ? apply(db, part, resolve(verdict, part))
      : settle(db, part);
    const ours = part.conversationId === claim.conversationId && holds(db, claim);
    if (!ours) wakeNow(db, part.conversationId);
    return settled;
  },

  abandon(db: Database, claim: Claim, partId: string, error: SendError): void {
    if (holds(db, claim)) apply(db, findPart(db, 'id', partId)!, { state: 'dead', error });
  },

  markUncertain(db: Database, claim: Claim, partId: string): void {
    const part = findPart(db, 'id', partId)!;
    if (!holds(db, claim) || part.state !== 'sending') return;
    apply(db, part, { state: 'uncertain', error: part.error ?? { message: NO_CALLBACK } });
  },

  callback(db: Database, update: StatusUpdate): Settled | null {
    storeCallback(db, update);
    const part =
      (update.attempt && findPart(db, 'attempt', update.attempt)) ||
      findPart(db, 'sid', update.sid);
    const resolution = part && resolveCallback(part, update);
    if (!part || !resolution) return null;
    const settled = apply(db, part, resolution);
    wakeNow(db, part.conversationId);
    return settled;
  },

  resumeHeld(db: Database): void {
    const held = db.all<{ id: string }>(
      'SELECT DISTINCT conversation_id AS id FROM outbox WHERE held = 1',
    );
    db.run('UPDATE outbox SET held = NULL, retry_at = :now WHERE held = 1', { now: db.now() });
    for (const { id } of held) wakeNow(db, id);
  },
};

export const open = portOf<OutboxStore>(steps, import.meta.url);

/** Stores a callback once: Twilio may send it again. */
function storeCallback(db: Database, { sid, status, attempt, failure }: StatusUpdate): void {
  const error = failure && 'error' in failure ? JSON.stringify(failure.error) : null;
  db.run(
    `INSERT INTO status_callbacks (sid, status, attempt, error, received_at)
     VALUES (:sid, :status, :attempt, :error, :now) ON CONFLICT DO NOTHING`,
    { sid, status, attempt: attempt ?? null, error, now: db.now() },
  );
}

function apply(db: Database, part: OutboxPart, resolution: Resolution): Settled {
  const { state, retryInMs, delivered, optOut } = resolution;
  change(db, part.id, resolution);
  if (optOut) {
    db.run(
      `UPDATE conversations SET opted_out_at = COALESCE(opted_out_at, :now), waiting_since = NULL
       WHERE id = :id`,
      { id: part.conversationId, now: db.now() },
    );
  }
  const measured = state === 'accepted' && (part.state === 'sending' || delivered);
  const receivedAt = measured ? receivedFor(db, part.turnId) : undefined;
  return { ...settle(db, part), retryInMs, receivedAt };
}

function change(db: Database, id: string, resolution: Resolution): void {
  const now = db.now();
  const { state, retryInMs, held, chances, sid, status, error } = resolution;
  db.run(
    `UPDATE outbox SET state = :state, retry_at = :retryAt, held = :held, updated_at = :now,
       chances = COALESCE(:chances, chances), sid = COALESCE(:sid, sid),
       status = COALESCE(:status, status), error = :error,
       look_at = CASE :state WHEN 'uncertain' THEN look_at
         WHEN 'sending' THEN min(look_at, :lookAt) END
     WHERE id = :id`,
    {
      id,
      state,
      retryAt: retryInMs === undefined ? null : now + retryInMs,
      held: held ? 1 : null,
      chances: chances ?? null,
      sid: sid ?? null,
      status: status ?? null,
      error: error ? JSON.stringify(error) : null,
      lookAt: now + LOOK_AT_ONCE_MS,
      now,
    },
  );
}

function settle(db: Database, { turnId, id, conversationId }: OutboxPart): Settled {
  const outcome = settleTurn(db, turnId);
  return { conversationId, state: findPart(db, 'id', id)!.state, outcome };
}
