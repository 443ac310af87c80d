import { useSearch } from '@tanstack/react-router';
import { useNow } from '../shell/time.js';

const DAY = 24 * 60 * 60_000;
export const RANGES = { day: DAY, week: 7 * DAY, month: 31 * DAY } as const;
export type Range = keyof typeof RANGES;

/** Milliseconds between two looks at what has happened since. */
const EVERY = 30_000;

/** The range that the address asks for. */
export function useRange(): Range {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return search.range === 'week' || search.range === 'month' ? search.range : 'day';
}

/** The span that a range is now: up to the next half minute, so that it is the same for a while. */
export function useSpan(range: Range): { from: string; until: string } {
  const until = Math.ceil(useNow(EVERY) / EVERY) * EVERY + EVERY;
  const from = until - RANGES[range];
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}
