import type { Database } from '../../../storage/sqlite/database.js';

/**
 * Remembers the latest attempts of parts that are sent again although a message of theirs may be on
 * its way. `which` selects the parts.
 */
export function rememberAttempts(db: Database, which: string, values: Record<string, string>) {
  db.run(
    `INSERT OR IGNORE INTO former_attempts (part_id, attempt, sid)
     SELECT id, attempt, sid FROM outbox WHERE attempt IS NOT NULL AND ${which}`,
    values,
  );
}

/** Finds the part that made a message by a former attempt, and learns the message's id. */
export function partOfFormer(db: Database, sid: string, attempt?: string): string | undefined {
  const find = (column: 'sid' | 'attempt', value: string) =>
    db.get<{ id: string }>(`SELECT part_id AS id FROM former_attempts WHERE ${column} = :value`, {
      value,
    })?.id;
  const known = find('sid', sid);
  if (known || !attempt) return known;
  db.run('UPDATE former_attempts SET sid = :sid WHERE attempt = :attempt AND sid IS NULL', {
    sid,
    attempt,
  });
  return find('attempt', attempt);
}
