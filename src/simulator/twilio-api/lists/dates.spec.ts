import { expect, it } from 'vitest';
import { dateFilter } from './dates.js';

const NOON = Date.UTC(2026, 10, 29, 12);

/** Whether a message of noon on the 29th is found. */
it.each([
  [{ DateSent: '2026-11-29' }, true],
  [{ DateSent: '2026-11-28' }, false],
  // What the helper libraries make of a date, and of a moment of that day.
  [{ DateSent: '2026-11-29T00:00:00Z' }, true],
  [{ DateSent: '2026-11-29T23:59:59Z' }, true],
  [{ DateSent: '2026-11-30T00:00:00Z' }, false],
  [{ 'DateSent>': '2026-11-29' }, true],
  [{ 'DateSent>': '2026-11-29T12:00:00Z' }, true],
  [{ 'DateSent>': '2026-11-29T12:00:01Z' }, false],
  [{ 'DateSent>': '2026-11-30' }, false],
  [{ 'DateSent<': '2026-11-29' }, true],
  [{ 'DateSent<': '2026-11-29T12:00:00Z' }, true],
  [{ 'DateSent<': '2026-11-29T11:59:59Z' }, false],
  [{ 'DateSent<': '2026-11-28' }, false],
  [{ 'DateSent>': '2026-11-28', 'DateSent<': '2026-11-30' }, true],
  [{ 'DateSent>': '2026-11-30', 'DateSent<': '2026-11-28' }, false],
  // As Twilio's document writes them; without a zone it is UTC.
  [{ 'DateSent>': '2026-11-29 12:00:01.000' }, false],
  [{ 'DateSent>': '2026-11-29T12:00:01' }, false],
  [{ 'DateSent>': '11/29/2026 05:00:01 MST' }, false],
  [{ 'DateSent>': '11/29/2026 05:00:00 MST' }, true],
  [{ 'DateSent>': 'Sun, 29 Nov 2026 12:00:00 -0000' }, true],
])('%j: %s', (query, found) => {
  expect(dateFilter(query)!(NOON)).toBe(found);
});

it('is none where nothing is asked, and an error where nothing can be read', () => {
  expect(dateFilter({ To: 'x' })).toBeUndefined();
  expect(() => dateFilter({ DateSent: 'yesterday' })).toThrow('Invalid date');
});
