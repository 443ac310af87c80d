import type { Database } from '../../storage/sqlite/database.js';
import { curatedAmong } from './served.js';

/**
 * Counts the curated answers among the sources of an answer. It belongs in the transaction that
 * stores the answer: so each is counted once, whatever is done again.
 */
export function countServed(db: Database, sources?: unknown[]): void {
  for (const id of curatedAmong(sources))
    db.run('UPDATE curated_answers SET served = served + 1, last_served_at = :now WHERE id = :id', {
      id,
      now: db.now(),
    });
}
