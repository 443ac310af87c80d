import { MESSAGE_COLUMNS, toMessage } from '../chat/messages/message.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import { feedbackIn, FEEDBACK_COLUMNS } from './feedback/feedback.sqlite.js';
import type { ReviewStore } from './review.store.js';
import { type Reviewed, reviewedOf } from './reviewed.js';

export const steps = {
  find(db: Database, id: string): Reviewed | undefined {
    const key = keyOf(db, id);
    if (!key) return undefined;
    const rows = db.all(
      `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE turn_id = :key OR id = :key ORDER BY seq`,
      { key },
    );
    if (!rows.length) return undefined;
    const feedback = db.get(`SELECT ${FEEDBACK_COLUMNS} FROM feedback WHERE answer_id = :key`, {
      key,
    });
    return reviewedOf(key, rows.map(toMessage), feedback && feedbackIn(feedback));
  },
};

export const open = portOf<ReviewStore>(steps, import.meta.url, ['find']);

/** The turn of a message or of a sent part; of a message without one, its own id. */
function keyOf(db: Database, id: string): string | undefined {
  const row = db.get<{ key: string }>(
    `SELECT turn_id AS key FROM outbox WHERE sid = :id
     UNION ALL SELECT COALESCE(turn_id, id) FROM messages WHERE id = :id
     UNION ALL SELECT turn_id FROM messages WHERE turn_id = :id LIMIT 1`,
    { id },
  );
  return row?.key;
}
