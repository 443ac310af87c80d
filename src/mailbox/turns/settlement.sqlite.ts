import type { Database } from '../../storage/sqlite/database.js';
import type { OutcomeEvent } from './outcome-counts.js';
import { NOT_SENT } from './part.js';
import { OVER_ACTION, settlementOf, type Outcome, type Over, type Turn } from './turn.js';
import { findTurn } from './turn-row.sqlite.js';

/** Derives a turn's outcome from its parts, stores it, and updates the parts that aren't sent. */
export function settleTurn(db: Database, turnId: string): Outcome | undefined {
  const turn = findTurn(db, turnId)!;
  const over = whyOver(db, turn);
  const { outcome, pendingBecome, stoppedBecome } = settlementOf(turn, over);
  const action = OVER_ACTION[over ?? turn.cancelled ?? 'later turn'];
  if (pendingBecome) change(db, turnId, 'pending', pendingBecome, action);
  if (stoppedBecome) change(db, turnId, 'stopped', stoppedBecome, action);
  storeOutcome(db, turnId, outcome);
  if (outcome && outcome !== turn.outcome) publishOutcome(db, turnId, outcome, covered(db, turnId));
  return outcome;
}

/**
 * Stores an outcome: the turn has settled when it came to it. A failure that was corrected leaves the
 * list, unless its answer failed.
 */
function storeOutcome(db: Database, turnId: string, outcome: Outcome | undefined): void {
  const failed = outcome === 'dead' || outcome === 'uncertain';
  db.run(
    `UPDATE turns SET outcome = :outcome,
       settled_at = CASE WHEN outcome IS :outcome AND settled_at IS NOT NULL THEN settled_at
                         ELSE :settledAt END,
       failed = CASE WHEN :failed THEN 1
                     WHEN outcome IN ('dead', 'uncertain') AND error IS NULL THEN NULL
                     ELSE failed END
     WHERE id = :turnId`,
    {
      turnId,
      outcome: outcome ?? null,
      settledAt: outcome ? db.now() : null,
      failed: failed ? 1 : 0,
    },
  );
}

/**
 * Publishes the outcome of a turn's messages, to be counted once the transaction is committed. When
 * the transaction changes the outcome of the same turn several times, only the last one is counted.
 */
export function publishOutcome(
  db: Database,
  turnId: string,
  outcome: Outcome,
  messages: number,
): void {
  db.publish(turnId, { outcome, messages } satisfies OutcomeEvent);
}

/** Counts the messages that a turn covers. A person's reply covers none. */
function covered(db: Database, turnId: string): number {
  return db.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM messages WHERE turn_id = :turnId AND role = 'user'`,
    { turnId },
  )!.n;
}

/**
 * Tells why this settled turn sends nothing more by itself. A turn in work is never over: its parts
 * go out before those of any later turn, and who takes over or opts out cancels it.
 */
function whyOver(
  db: Database,
  { id, conversationId, outcome, mode, endsAs }: Turn,
): Over | undefined {
  if (!outcome) return undefined;
  const later = `SELECT 1 FROM turns WHERE conversation_id = :conversationId
     AND answer IS NOT NULL AND seq > (SELECT seq FROM turns WHERE id = :id)`;
  if (db.get(later, { id, conversationId })) return 'later turn';
  const now = db.get(
    `SELECT taken_at, opted_out_at FROM conversations
     WHERE id = (SELECT COALESCE(merged_into, id) FROM conversations WHERE id = :conversationId)`,
    { conversationId },
  );
  if (now?.opted_out_at && !endsAs) return 'opted_out';
  return now?.taken_at && mode !== 'person' ? 'human' : undefined;
}

function change(db: Database, turnId: string, from: string, to: string, action: string): void {
  const dead = `, retry_at = NULL, held = NULL, error = json_set(
    COALESCE(error, json_object('message', '${NOT_SENT}')), '$.action', :action)`;
  db.run(
    `UPDATE outbox SET state = :to ${to === 'dead' ? dead : ''}
     WHERE turn_id = :turnId AND state = :from`,
    { turnId, from, to, ...(to === 'dead' && { action }) },
  );
}

/**
 * Cancels the turns of a conversation: stops their pending parts. Attempts that were recorded still
 * come to their outcome. A turn that confirms an opt-out is left alone. When a person takes over
 * (`human`), the turns of a person's replies are, too. Returns how many it cancelled, which are at
 * most `most`; -1 is all.
 */
export function cancelTurns(
  db: Database,
  id: string,
  why: 'human' | 'opted_out',
  most = -1,
): number {
  const open = db.all<{ id: string }>(
    `SELECT id FROM turns WHERE conversation_id = :id AND outcome IS NULL AND ends_as IS NULL
     AND cancelled IS NOT :why AND (:why <> 'human' OR mode IS NOT 'person') LIMIT :most`,
    { id, why, most },
  );
  for (const turn of open) {
    db.run('UPDATE turns SET cancelled = :why WHERE id = :id', { id: turn.id, why });
    db.run(
      `UPDATE outbox SET state = 'stopped', retry_at = NULL, held = NULL
       WHERE turn_id = :id AND state = 'pending'`,
      { id: turn.id },
    );
    settleTurn(db, turn.id);
  }
  return open.length;
}
