import { BadCursor } from './cursor.js';

/**
 * For the list of failures, whose store throws a bare `RangeError` still: it leaves as the
 * `BadCursor` that other lists throw.
 */
export function badCursor(error: unknown): never {
  throw error instanceof RangeError ? new BadCursor() : error;
}
