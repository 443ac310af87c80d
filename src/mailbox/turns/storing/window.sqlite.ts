import type { Database } from '../../../storage/sqlite/database.js';
import type { Window } from '../work.js';

/** The columns of a sender's window. */
export const WINDOW_COLUMNS =
  'window_start, window_count, window_noticed, window_day, window_answers, window_told';

/** The window of a conversation's row; undefined before the first one. */
export function toWindow(row: Record<string, any>): Window | undefined {
  if (row.window_start === null) return undefined;
  const { window_start: start, window_count: count, window_day: on } = row;
  const window = { start, count, noticed: row.window_noticed === 1 };
  if (on === null) return window;
  return { ...window, day: { on, answers: row.window_answers, told: row.window_told === 1 } };
}

/** Keeps a window with its conversation. */
export function keepWindow(db: Database, id: string, { start, count, noticed, day }: Window): void {
  db.run(
    `UPDATE conversations SET window_start = :start, window_count = :count,
       window_noticed = :noticed, window_day = :on, window_answers = :answers, window_told = :told
     WHERE id = :id`,
    {
      id,
      start,
      count,
      noticed: noticed ? 1 : 0,
      on: day?.on ?? null,
      answers: day?.answers ?? 0,
      told: day?.told ? 1 : 0,
    },
  );
}
