import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { EvaluationCase } from './case.js';
import type { CaseStore } from './case.store.js';

const COLUMNS = 'seq, id, answer_id AS answerId, turn, created_at AS createdAt';

/** Cases for the evaluation in SQLite. A trigger removes them with their answer's message. */
export const steps = {
  add(db: Database, made: Omit<EvaluationCase, 'createdAt'>): EvaluationCase | undefined {
    const { id, answerId, turn } = made;
    const createdAt = db.now();
    const added = db.run(
      `INSERT INTO evaluation_cases (id, answer_id, turn, created_at)
       SELECT :id, id, :turn, :createdAt FROM messages WHERE id = :answerId`,
      { id, answerId, turn: JSON.stringify(turn), createdAt },
    );
    return added ? { ...made, createdAt } : undefined;
  },

  of(db: Database, answerId: string): EvaluationCase[] {
    return db
      .all(`SELECT ${COLUMNS} FROM evaluation_cases WHERE answer_id = :answerId ORDER BY seq`, {
        answerId,
      })
      .map(caseIn);
  },

  page(db: Database, limit: number, cursor = '0') {
    const after = Number(partsOf(cursor, /^(\d{1,15})$/)[0]);
    const rows = db.all(
      `SELECT ${COLUMNS} FROM evaluation_cases WHERE seq > :after ORDER BY seq LIMIT :limit + 1`,
      { after, limit },
    );
    const next = rows.length > limit ? String(rows[limit - 1].seq) : null;
    return { cases: rows.slice(0, limit).map(caseIn), next };
  },

  remove(db: Database, id: string): boolean {
    return db.run('DELETE FROM evaluation_cases WHERE id = :id', { id }) > 0;
  },
};

export const open = portOf<CaseStore>(steps, import.meta.url, ['of', 'page']);

function caseIn({ id, answerId, turn, createdAt }: Record<string, any>): EvaluationCase {
  return { id, answerId, turn: jsonIn(turn, { ask: '', kind: 'unreadable' }), createdAt };
}
