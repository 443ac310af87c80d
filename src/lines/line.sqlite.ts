import type { LineId } from '../config/lines/line.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import { type LineStore, type LineTraffic, MOST_COUNTED } from './line.store.js';

/** The lines in SQLite. */
export const steps = {
  /** Steps from line to line in the index, and not from row to row. */
  ids(db: Database): LineId[] {
    const next = (after: string) =>
      `(SELECT line FROM conversations WHERE line IS NOT NULL AND line > ${after}
        ORDER BY line LIMIT 1)`;
    const rows = db.all<{ line: string }>(
      `WITH RECURSIVE known (line) AS (
         SELECT ${next("''")} UNION ALL SELECT ${next('known.line')} FROM known
         WHERE known.line IS NOT NULL)
       SELECT line FROM known WHERE line IS NOT NULL`,
    );
    return rows.map(({ line }) => line);
  },

  traffic(db: Database, line: LineId): LineTraffic {
    const count = (of: string) =>
      db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${of} LIMIT ${MOST_COUNTED})`, { line })!.n;
    const end = (column: string, direction: string) =>
      db.get<{ at: number }>(
        `SELECT ${column} AS at FROM conversations WHERE line = :line
         ORDER BY ${column} ${direction} LIMIT 1`,
        { line },
      )?.at;
    return {
      conversations: count('SELECT 1 FROM conversations WHERE line = :line'),
      waiting: count(
        `SELECT 1 FROM conversations AS c JOIN messages AS m ON m.conversation_id = c.id
         WHERE c.line = :line AND m.waiting = 1`,
      ),
      since: end('created_at', 'ASC'),
      latest: end('activity_at', 'DESC'),
    };
  },
};

export const open = portOf<LineStore>(steps, import.meta.url, ['ids', 'traffic']);
