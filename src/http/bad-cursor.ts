import { Problem } from './problems/problem.js';

/** Of what a list throws: a `RangeError` is a cursor that no page gave, for the caller to hear. */
export function badCursor(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  const errors = [{ field: 'cursor', message: error.message }];
  throw new Problem(400, 'Bad Request', 'cursor: use the next_cursor of a page.', { errors });
}
