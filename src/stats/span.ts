import { Problem } from '../http/problems/problem.js';
import type { StatsSpan } from './stats.dto.js';

const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 31;

/**
 * A span of time, in milliseconds since 1970; the day before `now` where nothing is said. Throws a
 * `Problem` (400) for one that ends before it begins, or is longer than 31 days.
 */
export function spanOf({ from, until }: StatsSpan, now: number): [from: number, until: number] {
  const end = until === undefined ? now : Date.parse(until);
  const begin = from === undefined ? end - DAY_MS : Date.parse(from);
  if (begin >= end) throw wrong('from', 'must be before until');
  if (end - begin > MOST_DAYS * DAY_MS)
    throw wrong('from', `must be at most ${MOST_DAYS} days before until`);
  return [begin, end];
}

function wrong(field: string, message: string): Problem {
  const errors = [{ field, message }];
  return new Problem(400, 'Bad Request', `${field} ${message}`, { errors });
}
