import type { Database } from '../../../storage/sqlite/database.js';
import { jsonIn } from '../../../storage/sqlite/json.js';
import type { Verdict } from '../channel.js';
import { answerOf, type AttemptNote, type AttemptResult } from './attempt-log.js';

/** Keeps what an attempt's request came to. */
export function noteAnswer(db: Database, partId: string, attempt: string, verdict: Verdict): void {
  note(db, partId, attempt, { answer: { at: db.now(), ...answerOf(verdict) } });
}

/** Keeps what followed from a part's latest attempt. */
export function noteResult(db: Database, partId: string, result: AttemptResult): void {
  const row = db.get('SELECT attempt FROM outbox WHERE id = :partId', { partId });
  if (row?.attempt) note(db, partId, row.attempt, { result });
}

function note(db: Database, partId: string, attempt: string, more: Partial<AttemptNote>): void {
  db.run(
    `UPDATE outbox SET attempt_log = (
       SELECT json_group_array(
         json(iif(value ->> 'attempt' = :attempt, json_patch(value, :more), value)) ORDER BY key)
       FROM json_each(outbox.attempt_log))
     WHERE id = :partId AND attempt_log IS NOT NULL`,
    { partId, attempt, more: JSON.stringify(more) },
  );
}

/** Reads the log of a part. */
export function attemptsIn(log: string | null): AttemptNote[] {
  const attempts: AttemptNote[] = jsonIn(log, []) ?? [];
  return attempts.map(({ crashes, ...attempt }) => ({
    ...attempt,
    ...(crashes && { crashes }),
  }));
}
