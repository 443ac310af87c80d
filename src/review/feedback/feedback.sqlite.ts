import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Feedback, Verdict } from '../reviewed.js';
import type { FeedbackStore, Judged, JudgedCursor } from './feedback.store.js';

export const FEEDBACK_COLUMNS = `verdict, note, correction_id AS correctionId, given_at AS givenAt`;

/** Feedback in SQLite. A trigger removes it with its answer's message. */
export const steps = {
  judge(
    db: Database,
    answerId: string,
    { verdict, note }: Pick<Feedback, 'verdict' | 'note'>,
  ): Feedback | undefined {
    const given = { answerId, verdict: verdict ?? null, note: note ?? null, now: db.now() };
    db.run(
      `INSERT INTO feedback (answer_id, verdict, note, given_at)
       SELECT id, :verdict, :note, :now FROM messages WHERE id = :answerId AND role = 'assistant'
       ON CONFLICT (answer_id) DO UPDATE
         SET verdict = excluded.verdict, note = excluded.note, given_at = excluded.given_at`,
      given,
    );
    const row = db.get(`SELECT ${FEEDBACK_COLUMNS} FROM feedback WHERE answer_id = :answerId`, {
      answerId,
    });
    return row && feedbackIn(row);
  },

  corrected(db: Database, answerId: string, correctionId: string): boolean {
    const changed = db.run(
      `INSERT INTO feedback (answer_id, correction_id, given_at)
       SELECT id, :correctionId, :now FROM messages WHERE id = :answerId AND role = 'assistant'
       ON CONFLICT (answer_id) DO UPDATE SET correction_id = excluded.correction_id`,
      { answerId, correctionId, now: db.now() },
    );
    return changed > 0;
  },

  judged(
    db: Database,
    verdict: Verdict | undefined,
    limit: number,
    after: JudgedCursor = { at: Number.MAX_SAFE_INTEGER, id: '' },
  ): Judged[] {
    const rows = db.all(
      `SELECT answer_id AS answerId, ${FEEDBACK_COLUMNS}, m.text AS answer,
         m.conversation_id AS conversationId, ${QUESTION} AS question
       FROM feedback JOIN messages AS m ON m.id = answer_id
       WHERE verdict IS NOT NULL ${verdict ? 'AND verdict = :verdict' : ''}
         AND (given_at, answer_id) < (:at, :id)
       ORDER BY given_at DESC, answer_id DESC LIMIT :limit`,
      { ...(verdict && { verdict }), limit, ...after },
    );
    return rows.map(({ answerId, conversationId, question, answer, ...row }) => {
      const said = { question: question ?? '', answer };
      return { answerId, conversationId, ...said, feedback: feedbackIn(row) };
    });
  },
};

export const open = portOf<FeedbackStore>(steps, import.meta.url, ['judged']);

const QUESTION = `(SELECT group_concat(text, char(10)) FROM
  (SELECT text FROM messages WHERE turn_id = m.id AND role = 'user' ORDER BY seq))`;

/** What was read with `FEEDBACK_COLUMNS`. */
export function feedbackIn(row: Record<string, any>): Feedback {
  const { verdict, note, correctionId, givenAt } = row;
  return {
    ...(verdict && { verdict }),
    ...(note && { note }),
    ...(correctionId && { correctionId }),
    givenAt,
  };
}
