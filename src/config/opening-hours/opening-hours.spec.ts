import { describe, expect, it } from 'vitest';
import { type CalendarDate, weekdaysBetween, weekdayOf } from './calendar.js';
import { OpeningHours } from './opening-hours.js';
import { wrongOpeningHours } from './syntax.js';

const on = (text: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  const spans = new OpeningHours(text).on({ year, month, day });
  return spans.map(({ from, to }) => `${from / 60}-${to / 60}`).join(' ');
};

describe('opening hours', () => {
  /** 28 November 2026 is a Saturday. */
  it.each([
    ['Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su off', '2026-11-27', '7.5-20'],
    ['Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su off', '2026-11-28', '8-15'],
    ['Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su off', '2026-11-29', ''],
    ['Mo-Fr 09:00-14:00,17:00-20:30', '2026-11-27', '9-14 17-20.5'],
    ['mo,we,fr-su 9:00-10:00', '2026-11-25', '9-10'],
    ['Mo,We,Fr-Su 9:00-10:00', '2026-11-26', ''],
    ['Fr-Mo 09:00-10:00', '2026-11-30', '9-10'],
    ['Fr,Sa 18:00-02:00', '2026-11-28', '18-26'],
    ['Sa 18:00-26:00', '2026-11-28', '18-26'],
    ['24/7', '2026-11-28', '0-24'],
    ['09:00-17:00', '2026-11-28', '9-17'],
    ['Mo-Su 09:00-17:00; Sa closed', '2026-11-28', ''],
    ['Dec 25 off; Mo-Su 09:00-17:00', '2026-12-25', ''],
    ['Mo-Su 09:00-17:00; Dec 24,31 09:00-13:00', '2026-12-31', '9-13'],
    ['Mo-Su 09:00-17:00; Aug 1-15 off', '2026-08-15', ''],
    ['Mo-Su 09:00-17:00; Aug 1-15 off', '2026-08-16', '9-17'],
    ['Mo-Su 09:00-17:00; Dec 24-Jan 6 off', '2027-01-06', ''],
    ['Mo-Su 09:00-17:00; Dec 24-Jan 6 off', '2026-01-07', '9-17'],
    ['Mo-Su 09:00-17:00; Jul-Aug Sa off', '2026-08-01', ''],
    ['Mo-Su 09:00-17:00; Jul-Aug Sa off', '2026-08-02', '9-17'],
    ['Mo-Su 09:00-17:00; 2026 Dec 25 off', '2027-12-25', '9-17'],
    ['Mo-Su 09:00-17:00\nFeb 29 off', '2028-02-29', ''],
  ])('%s, on %s: %s', (text, date, hours) => {
    expect(on(text, date)).toBe(hours);
  });

  it('knows those of public holidays', () => {
    expect(new OpeningHours('Mo-Sa 09:00-14:00; Su,PH off').onHolidays()).toEqual([]);
    expect(new OpeningHours('Mo-Sa 09:00-14:00').onHolidays()).toBeUndefined();
  });

  it('says the week in as few lines as it has', () => {
    const week = new OpeningHours('Mo-Fr 09:00-14:00; Sa 10:00-13:00').week();
    expect(week.map(({ days, spans }) => [days.join(''), spans.length])).toEqual([
      ['12345', 1],
      ['6', 1],
      ['7', 0],
    ]);
  });

  it.each([
    ['Mi-Fr 09:00-14:00', '"Mi" in "Mi-Fr 09:00-14:00"'],
    ['Mo-Fr 09:00-14:00; Sa 9-14', '"9" in "Sa 9-14"'],
    ['Mo-Fr', 'the end of "Mo-Fr"'],
    ['Mo-Xx 09:00-14:00', '"Xx" in'],
    ['Mo 09:00', 'a time to close is missing'],
    ['Mo 25:00-26:00', '"25:00" in'],
    ['Mo 09:61-10:00', '"09:61" in'],
    ['Mo 09:00-14:00 lunch', '"lunch" in'],
    ['Feb 30 off', '"30" in "Feb 30 off"'],
    ['Dec 26-24 off', 'before the first'],
    ['Mo 09:00-14:00,13:00-20:00', 'overlap'],
    ['Mo-Fr 9 am - 5 pm', '"9" in'],
    [';;', 'no hours'],
    ['lunes a viernes', '"lunes" in'],
  ])('says what is wrong with %s', (text, part) => {
    expect(wrongOpeningHours(text)).toMatch(/^must be like "Mo-Fr [^\n]+$/);
    expect(wrongOpeningHours(text)).toContain(part);
  });

  it('finds nothing wrong with what is right', () => {
    expect(wrongOpeningHours('Mo-Fr 07:30-20:00; PH off')).toBeUndefined();
  });
});

describe('the calendar', () => {
  it.each<[CalendarDate, number]>([
    [{ year: 2026, month: 11, day: 28 }, 6],
    [{ year: 2024, month: 2, day: 29 }, 4],
    [{ year: 1969, month: 12, day: 31 }, 3],
  ])('knows the weekday of %o', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('goes over the end of a week', () => {
    expect(weekdaysBetween(6, 2)).toEqual([6, 7, 1, 2]);
  });
});
