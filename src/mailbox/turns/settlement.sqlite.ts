import type { Database } from '../../storage/sqlite/database.js';
import type { OutcomeEvent } from './outcome-counts.js';
import { settlementOf, type Outcome, type Turn } from './turn.js';
import { findTurn } from './turn-row.sqlite.js';

/** Derives a turn's outcome from its parts, stores it, and updates the parts that aren't sent. */
export function settleTurn(db: Database, turnId: string): Outcome | undefined {
  const turn = findTurn(db, turnId)!;
  const { outcome, pendingBecome, stoppedBecome } = settlementOf(turn, hasLaterTurn(db, turn));
  if (pendingBecome) change(db, turnId, 'pending', pendingBecome);
  if (stoppedBecome) change(db, turnId, 'stopped', stoppedBecome);
  storeOutcome(db, turnId, outcome);
  if (outcome && outcome !== turn.outcome) publishOutcome(db, turnId, outcome, covered(db, turnId));
  return outcome;
}

/** Stores an outcome. A failure that was corrected leaves the list, unless its answer failed. */
function storeOutcome(db: Database, turnId: string, outcome: Outcome | undefined): void {
  const failed = outcome === 'dead' || outcome === 'uncertain';
  db.run(
    `UPDATE turns SET outcome = :outcome, settled_at = :settledAt,
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
 * Tells whether the conversation has a later turn than this settled one. For a turn in work the
 * answer is always no: its parts go out before those of any later turn.
 */
function hasLaterTurn(db: Database, { id, conversationId, outcome }: Turn): boolean {
  const later = `SELECT 1 FROM turns WHERE conversation_id = :conversationId
     AND seq > (SELECT seq FROM turns WHERE id = :id)`;
  return !!outcome && !!db.get(later, { id, conversationId });
}

function change(db: Database, turnId: string, from: string, to: string): void {
  db.run('UPDATE outbox SET state = :to WHERE turn_id = :turnId AND state = :from', {
    turnId,
    from,
    to,
  });
}

/**
 * Cancels the turns of a conversation: stops their pending parts. Attempts that were recorded still
 * come to their outcome. A turn that confirms an opt-out is left alone. When a person takes over
 * (`human`), the turns of a person's replies are, too.
 */
export function cancelTurns(db: Database, id: string, why: 'human' | 'opted_out'): void {
  const open = db.all<{ id: string }>(
    `SELECT id FROM turns WHERE conversation_id = :id AND outcome IS NULL AND ends_as IS NULL
     AND (:why <> 'human' OR mode IS NOT 'person')`,
    { id, why },
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
}
