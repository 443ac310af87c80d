import { describe, expect, it } from 'vitest';
import { OpeningHours } from '../../src/config/opening-hours/opening-hours.js';
import {
  clock,
  spanAfter,
  spanOf,
  textOf,
  USUAL,
  type Week,
  weekOf,
} from '../../web/settings/hours/week.js';

const read = (text: string) => weekOf(text) as Week;
const rulesOf = (text: string) => {
  const hours = new OpeningHours(text);
  const dated = hours.rules.filter(({ dates }) => dates.length);
  return [hours.week(), hours.onHolidays(), dated];
};

describe('opening hours in a table', () => {
  it.each([
    USUAL,
    'Mo-Fr 07:30-14:00,17:00-20:00; Sa 08:00-15:00; Su,PH off; Dec 24,31 08:00-13:00; Aug 01-15 off',
    'Fr-Sa 18:00-02:00; Su 10:00-24:00',
    'Mo 00:00-24:00; 2026 Dec 24 - 2027 Jan 06 off',
    '24/7',
    '09:00-17:00\nPH 10:00-12:00',
    'Dec 24 off',
  ])('mean what the text meant: %s', (text) => {
    expect(rulesOf(textOf(read(text)))).toEqual(rulesOf(text));
  });

  it('are written shortly', () => {
    const text = 'mo,tu,we 09:00-14:00; Th-Fr 09:00-14:00; SA closed; PH off; dec 24 08:00-13:00';
    expect(textOf(read(text))).toBe('Mo-Fr 09:00-14:00; Sa-Su off; PH off; dec 24 08:00-13:00');
  });

  it('say why a text is none', () => {
    expect(weekOf('always')).toEqual({ unreadable: expect.stringMatching(/^"always" in/) });
    expect(weekOf('')).toEqual({ unreadable: expect.stringMatching(/no hours/) });
  });

  it('take times over midnight, and the whole day', () => {
    expect(spanOf('22:00', '02:00')).toEqual({ from: 1320, to: 1560 });
    expect(spanOf('00:00', '00:00')).toEqual({ from: 0, to: 1440 });
    expect([clock(1560), clock(1440), clock(545)]).toEqual(['02:00', '00:00', '09:05']);
  });

  it('propose hours that do not overlap with those before', () => {
    expect(spanAfter([])).toEqual({ from: 540, to: 1020 });
    expect(spanAfter([{ from: 540, to: 840 }])).toEqual({ from: 900, to: 1080 });
    expect(spanAfter([{ from: 540, to: 1380 }])).toEqual({ from: 1380, to: 1440 });
  });
});
