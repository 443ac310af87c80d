import { expect, it } from 'vitest';
import type { Judgement } from './matching.js';
import { evidenceAfter, failedLook } from './evidence.js';
import { againIn, isSurelyAbsent } from './look-times.js';
import type { DueLook } from '../reconciliation.store.js';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

it('looks ever more seldom, and for a day', () => {
  expect(againIn(3 * SECOND)).toBe(15 * SECOND);
  expect(againIn(40 * SECOND)).toBe(40 * SECOND);
  expect(againIn(10 * MINUTE)).toBe(2 * MINUTE);
  expect(againIn(20 * MINUTE)).toBe(20 * MINUTE);
  expect(againIn(10 * HOUR)).toBe(30 * MINUTE);
  expect(againIn(24 * HOUR)).toBeNull();
});

/** Looks for an attempt from `from` on, as the schedule says, until it is surely absent. */
function absentAfter(looks: (n: number) => [Judgement['kind'] | 'failed', complete?: boolean]) {
  const due = { partId: 'p', uncertain: true, attempt: { id: 'a', begunAt: 0 } } as DueLook;
  for (let [n, now] = [0, 15 * SECOND]; now < HOUR; n++, now += againIn(now)!) {
    const [kind, complete = true] = looks(n);
    due.evidence =
      kind === 'failed'
        ? failedLook(due, now, 'HTTP 500')
        : evidenceAfter(due, now, complete, { kind, candidates: [] });
    if (isSurelyAbsent(due.evidence, now)) return now / MINUTE;
  }
  return undefined;
}

it('counts an attempt as absent after ten minutes', () => {
  expect(absentAfter(() => ['absent'])).toBeGreaterThanOrEqual(10);
  expect(absentAfter(() => ['absent'])).toBeLessThan(13);
});

it('does not count looks that failed or were not complete', () => {
  expect(absentAfter(() => ['failed'])).toBeUndefined();
  expect(absentAfter(() => ['absent', false])).toBeUndefined();
  expect(absentAfter((n) => (n < 3 ? ['failed'] : ['absent']))).toBeGreaterThan(11);
});

it('begins anew where something was found in between', () => {
  expect(absentAfter((n) => [n === 4 ? 'ambiguous' : 'absent'])).toBeGreaterThan(13);
  expect(absentAfter(() => ['ambiguous'])).toBeUndefined();
});

it('begins anew with another attempt, and counts how often it was sent again', () => {
  const nothing: Judgement = { kind: 'absent', candidates: [] };
  const first = { partId: 'p', uncertain: true, attempt: { id: 'a' } } as DueLook;
  const before = { ...evidenceAfter(first, 0, true, nothing), resends: 3, absences: 9 };
  const next = { ...first, attempt: { id: 'b' }, evidence: before } as DueLook;
  const after = evidenceAfter(next, HOUR, true, nothing);
  expect(after).toMatchObject({ attempt: 'b', looks: 1, absences: 1, absentSince: HOUR });
  expect(isSurelyAbsent({ ...after, absences: 9 }, 2 * HOUR)).toBe(false);
  expect(isSurelyAbsent({ ...after, absences: 9, resends: 2 }, 2 * HOUR)).toBe(true);
});

it('says why a look failed, until one works', () => {
  const due = { partId: 'p', uncertain: true, attempt: { id: 'a' } } as DueLook;
  due.evidence = failedLook(due, 5, 'HTTP 401');
  expect(due.evidence).toMatchObject({ lookedAt: 5, complete: false, problem: 'HTTP 401' });
  const worked = evidenceAfter(due, 9, true, { kind: 'absent', candidates: [] });
  expect(worked).not.toHaveProperty('problem');
});
