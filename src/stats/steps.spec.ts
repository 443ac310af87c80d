import { expect, test } from 'vitest';
import { emptySlot, type Slot } from './slot.js';
import { stepsOf, totalOf } from './steps.js';

const at = (time: string) => Date.parse(time);

function slot(time: string, messages: number): Slot {
  const made = emptySlot(at(time));
  made.counts.messages = messages;
  return made;
}

const shown = (steps: Slot[]) =>
  steps.map((step) => `${new Date(step.at).toISOString().slice(5, 16)} ${step.counts.messages}`);

test('hours follow each other without a gap', () => {
  const slots = [slot('2026-11-29T08:00Z', 1), slot('2026-11-29T08:30Z', 2)];
  const steps = stepsOf(slots, at('2026-11-29T07:40Z'), at('2026-11-29T10:10Z'), {
    per: 'hour',
    timeZone: 'UTC',
  });
  expect(shown(steps)).toEqual([
    '11-29T07:30 0',
    '11-29T08:00 3',
    '11-29T09:00 0',
    '11-29T10:00 0',
  ]);
});

test.each([
  ['Europe/Madrid', ['11-28T12:00 1', '11-28T23:00 2', '11-29T23:00 0']],
  ['Asia/Kolkata', ['11-28T12:00 0', '11-28T18:30 3', '11-29T18:30 0']],
])('days are those of %s', (timeZone, wanted) => {
  const slots = [slot('2026-11-28T22:30Z', 1), slot('2026-11-29T10:00Z', 2)];
  const steps = stepsOf(slots, at('2026-11-28T12:10Z'), at('2026-11-30T12:10Z'), {
    per: 'day',
    timeZone,
  });
  expect(shown(steps)).toEqual(wanted);
});

test('the day on which clocks go back is one day', () => {
  const span = [at('2026-10-24T22:00Z'), at('2026-10-26T23:00Z')] as const;
  const steps = stepsOf([], ...span, { per: 'day', timeZone: 'Europe/Madrid' });
  expect(shown(steps)).toEqual(['10-24T22:00 0', '10-25T23:00 0']);
});

test('the total is the sum', () => {
  const slots = [slot('2026-11-28T22:30Z', 1), slot('2026-11-29T10:00Z', 2)];
  expect(totalOf(slots).counts.messages).toBe(3);
});
