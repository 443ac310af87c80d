import { addressesIn } from '../../sessions/session-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { holds, wakeNow } from '../queue/mailbox-row.sqlite.js';
import type { Claim } from '../queue/queue.store.js';
import { steps as queue } from '../queue/queue.sqlite.js';
import { NO_CALLBACK, type SendError } from '../turns/part.js';
import { findPart } from '../turns/turn-row.sqlite.js';
import { concernedBy, heardOf, takeCallback } from './callbacks/callbacks.sqlite.js';
import { LOG_WITH_ATTEMPT, noteAnswer } from './attempts/attempt-log.sqlite.js';
import { FIRST_LOOK_MS } from './first-look.js';
import { rememberAttempts } from './callbacks/former-attempts.sqlite.js';
import type { Sender, Verdict } from './channel.js';
import { NO_ADDRESS, type OutboxStore, type Settled } from './outbox.store.js';
import { apply, settle } from './part-change.sqlite.js';
import { isOpen, resolve } from './resolution.js';

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
    rememberAttempts(db, `id = :partId AND state = 'pending' AND sid IS NOT NULL`, { partId });
    const begun = db.run(
      `UPDATE outbox SET state = 'sending', attempt = :attempt, attempts = attempts + 1,
         attempted_at = :now, retry_at = NULL, held = NULL, awaits_change = NULL, sid = NULL,
         status = NULL, error = NULL, updated_at = :now, sent_to = :to, sent_from = :from, sent_by = :account,
         look_at = :lookAt, attempt_log = ${LOG_WITH_ATTEMPT}, set_off = NULL
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
        crashes: claim.crashes || null,
      },
    );
    return begun ? address : null;
  },

  record(db: Database, claim: Claim, attempt: string, verdict: Verdict): Settled | null {
    const part = findPart(db, 'attempt', attempt);
    if (!part) return null;
    noteAnswer(db, part.id, attempt, verdict);
    const settled = isOpen(part, verdict)
      ? apply(db, part, { ...resolve(verdict, part), by: 'answer' })
      : settle(db, part);
    const ours = part.conversationId === claim.conversationId && holds(db, claim);
    if (!ours || part.state === 'uncertain') wakeNow(db, part.conversationId);
    return settled;
  },

  holdBack(db: Database, claim: Claim, partId: string, error: SendError): void {
    const part = findPart(db, 'id', partId)!;
    if (!holds(db, claim) || part.state !== 'pending') return;
    apply(db, part, { state: 'pending', held: true, error });
  },

  abandon(db: Database, claim: Claim, partId: string, error: SendError): void {
    if (holds(db, claim)) apply(db, findPart(db, 'id', partId)!, { state: 'dead', error });
  },

  markUncertain(db: Database, claim: Claim, partId: string): void {
    const part = findPart(db, 'id', partId)!;
    if (!holds(db, claim) || part.state !== 'sending') return;
    const error = part.error ?? { message: NO_CALLBACK };
    apply(db, part, { state: 'uncertain', error, by: 'time' });
  },

  concerns: concernedBy,

  callback: takeCallback,

  heard: heardOf,
};

export const open = portOf<OutboxStore>(steps, import.meta.url);

/**
 * Moves the times of next attempts, of those under way and of those that are looked for, which are
 * compared with the channel's clock: see `KeepsDueTimes`.
 */
export function timeSetBack(db: Database, ms: number): void {
  db.run(
    `UPDATE outbox SET
       retry_at = CASE WHEN retry_at > :now THEN MAX(retry_at - :ms, :now) ELSE retry_at END,
       attempted_at = CASE WHEN state = 'sending' AND look_at IS NULL THEN attempted_at - :ms
                           ELSE attempted_at END
     WHERE turn_id IN (SELECT id FROM turns WHERE outcome IS NULL)`,
    { ms, now: db.now() },
  );
  db.run(
    `UPDATE outbox SET attempted_at = attempted_at - :ms,
       look_at = CASE WHEN look_at > :now THEN MAX(look_at - :ms, :now) ELSE look_at END
     WHERE look_at > 0`,
    { ms, now: db.now() },
  );
}
