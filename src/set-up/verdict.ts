import type { Result } from '../checks/finding.js';

/** What a part of the set-up is like. `not_applicable`: nothing is wanted of it. */
export const STATES = ['ok', 'warning', 'failed', 'unknown', 'not_applicable'] as const;
export type State = (typeof STATES)[number];

/** What was found of a part. */
export interface Verdict {
  state: State;
  /** What was seen; of what isn't right, the cause. */
  detail: string;
  cure?: string;
}

/** What a check found, as a verdict. `skipped`: what it means here that there was nothing to check. */
export function verdictOf({ status, detail, cure }: Result, skipped: State = 'unknown'): Verdict {
  const state = status === 'ok' ? 'ok' : status === 'wrong' ? 'failed' : skipped;
  return { state, detail, ...(cure && { cure }) };
}

/** Of several results the first that is wrong, or else what was seen by those that are right. */
export function joined(...results: Result[]): Result {
  const wrong = results.find(({ status }) => status === 'wrong');
  if (wrong) return wrong;
  const right = results.filter(({ status }) => status === 'ok');
  if (!right.length) return results[0];
  return { status: 'ok', detail: right.map(({ detail }) => detail).join('; ') };
}
