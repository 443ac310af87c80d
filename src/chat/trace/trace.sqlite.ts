import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Trace } from './trace.js';
import type { TraceRepository } from './trace.repository.js';

/** Traces in SQLite. A trigger removes one with its answer's message. */
export const steps = {
  find(db: Database, answerId: string): Trace | null {
    const row = db.get<{ trace: string }>('SELECT trace FROM traces WHERE answer_id = :answerId', {
      answerId,
    });
    return jsonIn(row?.trace, null) ?? null;
  },

  forget(db: Database, olderThanMs: number, most: number): number {
    return db.run(
      `DELETE FROM traces WHERE answer_id IN
         (SELECT answer_id FROM traces WHERE created_at < :before ORDER BY created_at LIMIT :most)`,
      { before: db.now() - olderThanMs, most },
    );
  },
};

export const open = portOf<TraceRepository>(steps, import.meta.url, ['find']);

/** Stores a trace with its answer. */
export function insertTrace(db: Database, answerId: string, trace: Trace): void {
  db.run('INSERT INTO traces (answer_id, trace, created_at) VALUES (:answerId, :trace, :now)', {
    answerId,
    trace: JSON.stringify(trace),
    now: db.now(),
  });
}
