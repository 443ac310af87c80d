import { expect, it } from 'vitest';
import { onDay } from './on-day.js';

const sunday = { by: 'today', date: { year: 2027, month: 7, day: 4 }, weekday: 7 } as const;
const of = (text: string) => onDay({ title: 'Hours', section: 'Sauna', text }, sunday, 'en');

it('takes what is said of the day, word for word', () => {
  expect(of('Monday to Friday from 7:45 to 10:15. Saturdays and Sundays from 8:30 to 11:15.')).toBe(
    'Saturdays and Sundays from 8:30 to 11:15.',
  );
});

it('leaves a section whole that says more, or nothing of the day', () => {
  expect(
    of('Monday to Friday from 7:45 to 10:15. Towels are at the front desk. Sundays 8–9.'),
  ).toBe(undefined);
  expect(of('Monday to Friday from 7:45 to 10:15.')).toBe(undefined);
});
