import type { Database } from '../../storage/sqlite/database.js';
import type { GivenBackBy, HandoverStep, Wait } from './handover.js';

/** Nobody waits for a person any more. */
export const NOT_WAITING = 'waiting_since = NULL, waiting_reason = NULL, promised_at = NULL';

/** Notes the latest step (`:now`). */
export function noted(step: HandoverStep['step'], reason: HandoverStep['reason'] | null): string {
  const why = reason ? `'${reason}'` : ':reason';
  return `handover_step = '${step}', handover_reason = ${why}, handover_at = :now`;
}

/** Has a sender wait for a person. Returns false where they wait already, or have opted out. */
export function beginWait(db: Database, id: string, { reason, promisedAt }: Wait): boolean {
  return !!db.run(
    `UPDATE conversations SET waiting_since = :now, waiting_reason = :reason,
       promised_at = :promisedAt, ${noted('waiting', null)}
     WHERE id = :id AND waiting_since IS NULL AND opted_out_at IS NULL`,
    { id, reason, promisedAt: promisedAt ?? null, now: db.now() },
  );
}

/** Gives a conversation back to the bot. Returns false where the bot has it. */
export function giveBack(db: Database, id: string, by: GivenBackBy): boolean {
  return !!db.run(
    `UPDATE conversations SET taken_at = NULL, ${NOT_WAITING}, ${noted('released', by)}
     WHERE id = :id AND (taken_at IS NOT NULL OR waiting_since IS NOT NULL)`,
    { id, now: db.now() },
  );
}

/** Who waits has their person, who has the conversation from now on. */
export function answered(db: Database, id: string): void {
  db.run(
    `UPDATE conversations SET taken_at = :now, ${noted('taken_over', 'reply')}
     WHERE id = :id AND waiting_since IS NOT NULL AND taken_at IS NULL`,
    { id, now: db.now() },
  );
  db.run(`UPDATE conversations SET ${NOT_WAITING} WHERE id = :id`, { id });
}

/** Who opts out waits for nobody any more. A person who has the conversation keeps it. */
export function waitsNoMore(db: Database, id: string): void {
  db.run(
    `UPDATE conversations SET ${noted('released', 'opted_out')}
     WHERE id = :id AND waiting_since IS NOT NULL AND taken_at IS NULL`,
    { id, now: db.now() },
  );
  db.run(`UPDATE conversations SET ${NOT_WAITING} WHERE id = :id`, { id });
}
