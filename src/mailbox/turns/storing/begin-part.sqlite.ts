import type { Database } from '../../../storage/sqlite/database.js';
import { MOST_KEPT, type Sender } from '../first-attempt.js';
import { FIRST_LOOK_MS } from '../first-attempt.js';

/** The log with one attempt more. Its values are `:attempt`, `:now` and `:crashes`. */
const LOG_WITH_ATTEMPT = `json_insert(
  CASE WHEN json_array_length(attempt_log) >= ${MOST_KEPT} THEN json_remove(attempt_log, '$[0]')
       ELSE COALESCE(attempt_log, '[]') END,
  '$[#]', json_object(
    'n', COALESCE(attempt_log ->> '$[#-1].n', 0) + 1, 'attempt', :attempt, 'at', :now,
    'cause', COALESCE(set_off, iif(attempts = 0, 'first', 'retry')), 'crashes', :crashes))`;

/** An attempt, and whom it goes to and from. */
interface Sent {
  attempt: string;
  to: string;
  sender?: Sender;
  /** See `Claim.crashes`. */
  crashes: number;
}

/**
 * Records an attempt to send a part. Returns false, and changes nothing, when the part isn't pending
 * any more, or the channel hasn't accepted all parts before it.
 */
export function beginPart(
  db: Database,
  partId: string,
  { attempt, to, sender, crashes }: Sent,
): boolean {
  const now = db.now();
  const begun = db.run(
    `UPDATE outbox SET state = 'sending', attempt = :attempt, attempts = attempts + 1,
       attempted_at = :now, retry_at = NULL, held = NULL, awaits_change = NULL, sid = NULL,
       status = NULL, error = NULL, updated_at = :now, sent_to = :to, sent_from = :from,
       sent_by = :account, look_at = :lookAt, attempt_log = ${LOG_WITH_ATTEMPT}, set_off = NULL
     WHERE id = :partId AND state = 'pending' AND NOT EXISTS (
       SELECT 1 FROM outbox former WHERE former.turn_id = outbox.turn_id
       AND former.position < outbox.position AND former.state <> 'accepted')`,
    {
      partId,
      attempt,
      now,
      to,
      from: sender?.from ?? null,
      account: sender?.account ?? null,
      lookAt: sender ? now + FIRST_LOOK_MS : null,
      crashes: crashes || null,
    },
  );
  return begun > 0;
}
