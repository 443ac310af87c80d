import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Correction, CuratedAnswer, ServedAnswer } from './curated-answer.js';
import type { CuratedAnswerRepository } from './curated-answer.repository.js';

interface Row extends Omit<ServedAnswer, 'questions' | 'messageId' | 'lastServedAt' | 'line'> {
  seq: number;
  line: string | null;
  questions: string;
  messageId: string | null;
  lastServedAt: number | null;
}

const ROWS = `SELECT seq, id, line, questions, answer, message_id AS messageId, created_at AS createdAt,
  updated_at AS updatedAt, served, last_served_at AS lastServedAt FROM curated_answers`;

/** Curated answers in the embedded store. */
export const steps = {
  add(db: Database, { questions, messageId, line, ...rest }: CuratedAnswer): void {
    db.run(
      `INSERT INTO curated_answers (id, questions, answer, message_id, created_at, updated_at, line)
       VALUES (:id, :questions, :answer, :messageId, :createdAt, :updatedAt, :line)`,
      {
        ...rest,
        questions: JSON.stringify(questions),
        messageId: messageId ?? null,
        line: line ?? null,
      },
    );
    raiseVersion(db);
  },
  change(db: Database, id: string, correction: Correction): ServedAnswer | undefined {
    const { questions, answer, messageId, updatedAt } = correction;
    const changed = db.run(
      `UPDATE curated_answers SET questions = :questions, answer = :answer,
       message_id = COALESCE(:messageId, message_id), updated_at = :updatedAt WHERE id = :id`,
      { id, questions: JSON.stringify(questions), answer, messageId: messageId ?? null, updatedAt },
    );
    if (changed) raiseVersion(db);
    return steps.find(db, id);
  },
  remove(db: Database, id: string): boolean {
    const removed = db.run('DELETE FROM curated_answers WHERE id = :id', { id }) > 0;
    if (removed) raiseVersion(db);
    return removed;
  },
  find(db: Database, id: string): ServedAnswer | undefined {
    const row = db.get<Row>(`${ROWS} WHERE id = :id`, { id });
    return row && answerOf(row);
  },
  all(db: Database): CuratedAnswer[] {
    return db.all<Row>(`${ROWS} ORDER BY seq`).map(answerOf).map(uncounted);
  },
  page(db: Database, limit: number, cursor = '0') {
    const after = Number(partsOf(cursor, /^(\d{1,15})$/)[0]);
    const rows = db.all<Row>(`${ROWS} WHERE seq > :after ORDER BY seq LIMIT :most`, {
      after,
      most: limit + 1,
    });
    const next = rows.length > limit ? String(rows[limit - 1].seq) : null;
    return { answers: rows.slice(0, limit).map(answerOf), next };
  },
  version(db: Database): number {
    const sql = `SELECT value FROM settings WHERE name = 'answers_version'`;
    return Number(db.get<{ value: string }>(sql)?.value ?? 0);
  },
};

export const open = portOf<CuratedAnswerRepository>(steps, import.meta.url, ['all', 'page']);

function answerOf({
  seq: _,
  questions,
  messageId,
  lastServedAt,
  line,
  ...rest
}: Row): ServedAnswer {
  const origin = { ...(messageId !== null && { messageId }), ...(line !== null && { line }) };
  const served = lastServedAt === null ? {} : { lastServedAt };
  return { ...rest, ...origin, ...served, questions: jsonIn(questions, []) as string[] };
}

function uncounted({ served: _, lastServedAt: __, ...answer }: ServedAnswer): CuratedAnswer {
  return answer;
}

function raiseVersion(db: Database): void {
  db.run(
    `INSERT INTO settings (name, value) VALUES ('answers_version', '1')
     ON CONFLICT (name) DO UPDATE SET value = CAST(value + 1 AS TEXT)`,
  );
}
