import type { LineId } from '../../config/lines/line.js';
import { addressesIn } from '../../sessions/session-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { holds, noteProgress, wakeNow } from '../queue/mailbox-row.sqlite.js';
import type { Claim, Release } from '../queue/queue.store.js';
import { steps as queue } from '../queue/queue.sqlite.js';
import { beginPart } from '../turns/storing/begin-part.sqlite.js';
import type { Sender } from '../turns/first-attempt.js';
import { NO_CALLBACK, type SendError } from '../turns/part.js';
import { unreachableError, unsendable } from '../turns/recipient/recipient.js';
import { confirmsIn, standingOf } from '../turns/recipient/recipient.sqlite.js';
import { cancelTurns } from '../turns/settlement.sqlite.js';
import { findPart, type OutboxPart } from '../turns/turn-row.sqlite.js';
import { concernedBy, heardOf, takeCallback } from './callbacks/callbacks.sqlite.js';
import { noteAnswer } from './attempts/attempt-log.sqlite.js';
import { rememberAttempts } from './callbacks/former-attempts.sqlite.js';
import type { Verdict } from './channel.js';
import { NO_ADDRESS, type OutboxStore, type Settled } from './outbox.store.js';
import { apply, settle } from './part-change.sqlite.js';
import { givenUp, isOpen, resolve } from './resolution.js';

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
    if (turnedAway(db, claim.conversationId, findPart(db, 'id', partId)!, address)) return null;
    rememberAttempts(db, `id = :partId AND state = 'pending' AND sid IS NOT NULL`, { partId });
    const sent = { attempt, to: address, sender, crashes: claim.crashes };
    return beginPart(db, partId, sent) ? address : null;
  },

  record(
    db: Database,
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    release?: Release,
  ): Settled | null {
    const part = findPart(db, 'attempt', attempt);
    if (!part) return null;
    noteAnswer(db, part.id, attempt, verdict);
    const settled = isOpen(part, verdict)
      ? apply(db, part, { ...resolve(verdict, part), by: 'answer' })
      : settle(db, part);
    const ours = part.conversationId === claim.conversationId && holds(db, claim);
    if (!ours || part.state === 'uncertain') wakeNow(db, part.conversationId);
    if (!ours || settled.state !== 'accepted') return settled;
    if (release) queue.release(db, claim, release);
    else noteProgress(db, claim);
    return { ...settled, ...(release && { released: true }) };
  },

  holdBack(db: Database, claim: Claim, partId: string, error: SendError): void {
    const part = findPart(db, 'id', partId)!;
    if (!holds(db, claim) || part.state !== 'pending') return;
    apply(db, part, { state: 'pending', held: true, error });
  },

  abandon(db: Database, claim: Claim, partId: string, error: SendError): void {
    const part = findPart(db, 'id', partId)!;
    if (holds(db, claim) && part.state === 'pending') apply(db, part, givenUp(part, error));
  },

  markUncertain(db: Database, claim: Claim, partId: string): void {
    const part = findPart(db, 'id', partId)!;
    if (!holds(db, claim) || part.state !== 'sending') return;
    const error = part.error ?? { message: NO_CALLBACK };
    apply(db, part, { state: 'uncertain', error, by: 'time' });
  },

  concerns: concernedBy,

  lineOf(db: Database, conversationId: string): LineId | undefined {
    const row = db.get('SELECT line FROM conversations WHERE id = :conversationId', {
      conversationId,
    });
    return row?.line ?? undefined;
  },

  callback: takeCallback,

  heard: heardOf,
};

export const open = portOf<OutboxStore>(steps, import.meta.url);

/** Where nothing may be sent to the sender, ends the part as that says. */
function turnedAway(db: Database, id: string, part: OutboxPart, address?: string): boolean {
  const standing = standingOf(db, id);
  const why = unsendable(standing, { confirms: confirmsIn(db, part.turnId) });
  if (!why && address) return false;
  if (why === 'opted out') cancelTurns(db, id, 'opted_out');
  else {
    const error = why ? unreachableError(standing) : { message: NO_ADDRESS };
    if (part.state === 'pending') apply(db, part, { state: 'dead', error });
  }
  return true;
}

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
