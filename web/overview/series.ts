import type { StatsStep } from '../api/dist/types.gen.js';

/** What became of the messages of a step: each is in one of these. */
export const SERIES = ['answered', 'refused', 'people', 'failed', 'others'] as const;
export type Series = (typeof SERIES)[number];
export type Bar = Record<Series, number> & { at: string };

/** An answer "I don't have that" is sent like any other: it is counted apart from the answered. */
export function barOf({ counts }: StatsStep): Record<Series, number> {
  const refused = Math.min(counts.refused, counts.answered);
  return {
    answered: counts.answered - refused,
    refused,
    people: counts.human,
    failed: counts.dead + counts.uncertain,
    others: counts.limited + counts.opted_out + counts.open,
  };
}
