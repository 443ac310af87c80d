import type { Database } from '../../storage/sqlite/database.js';
import type { Ended } from './outcome-counts.js';
import { settlementOf, type Outcome, type Turn } from './turn.js';
import { findTurn } from './turn-row.sqlite.js';

/** Draws a turn's outcome from its parts, and what it means for those that are to be sent. */
export function settleTurn(db: Database, turnId: string): Outcome | undefined {
  const turn = findTurn(db, turnId)!;
  const { outcome, pendingBecome, stoppedBecome } = settlementOf(turn, wentOn(db, turn));
  if (pendingBecome) change(db, turnId, 'pending', pendingBecome);
  if (stoppedBecome) change(db, turnId, 'stopped', stoppedBecome);
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
  if (outcome && outcome !== turn.outcome) tellEnded(db, turnId, outcome, covered(db, turnId));
  return outcome;
}

/** Of a turn that ends several times in one step, the last end counts. */
export function tellEnded(db: Database, turnId: string, outcome: Outcome, messages: number): void {
  db.tell(turnId, { outcome, messages } satisfies Ended);
}

/** A person's own reply covers none. */
function covered(db: Database, turnId: string): number {
  return db.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM messages WHERE turn_id = :turnId AND role = 'user'`,
    { turnId },
  )!.n;
}

/** Only of a settled turn: one that is in work is older than what waits behind it, and goes first. */
function wentOn(db: Database, { id, conversationId, outcome }: Turn): boolean {
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
 * Stops what isn't on its way yet; attempts that were recorded come to their end. A person's own
 * replies and the word about an opt-out aren't the bot's: taking over leaves them.
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
