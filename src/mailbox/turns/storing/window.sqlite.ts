import type { Database } from '../../../storage/sqlite/database.js';
import type { Window } from '../work.js';

/** The columns of a sender's window. */
export const WINDOW_COLUMNS =
  'window_start, window_count, window_noticed, window_day, window_answers, window_told';

/** The window of a conversation's row; undefined before the first one. */
export function toWindow(row: Record<string, any>): Window | undefined {
  if (row.window_start === null) return undefined;
  const { window_start: start, window_count: count, window_day: day } = row;
  const window = { start, count, noticed: row.window_noticed === 1 };
  if (day === null) return window;
  return { ...window, day, answers: row.window_answers, told: row.window_told === 1 };
}

/** Keeps a window with its conversation. */
export function keepWindow(db: Database, id: string, window: Window): void {
  const { start, count, noticed, day = null, answers = null, told } = window;
  db.run(
    `UPDATE conversations SET window_start = :start, window_count = :count,
       window_noticed = :noticed, window_day = :day, window_answers = :answers, window_told = :told
     WHERE id = :id`,
    {
      id,
      start,
      count,
      noticed: noticed ? 1 : 0,
      day,
      answers,
      told: told === undefined ? null : Number(told),
    },
  );
}
