import { describe, expect, it } from 'vitest';
import { Clock } from '../../clock.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import { businessNow, clockTime, stateOf } from './business-now.js';
import { BusinessTime, promptLine } from './business-time.js';

const HOURS = 'Mo-Fr 07:30-20:00; Sa 08:00-20:00; Su off; PH 09:00-14:00; Dec 24,31 08:00-15:00';

class Fixed extends Clock {
  constructor(private readonly at: string) {
    super();
  }

  now(): number {
    return Date.parse(this.at);
  }
}

function timeAt(at: string, timeZone: string, openingHours?: string): BusinessTime {
  const current = async () => ({ timeZone, openingHours });
  return new BusinessTime(new Fixed(at), { current } as unknown as BotConfigService);
}

describe("the business's date and time", () => {
  it.each([
    ['2026-11-28T09:05:00Z', 'Europe/Madrid', '2026-11-28 6 10:05'],
    ['2026-11-29T22:50:00Z', 'Europe/Madrid', '2026-11-29 7 23:50'],
    ['2026-11-29T23:00:00Z', 'Europe/Madrid', '2026-11-30 1 0:00'],
    ['2026-11-29T03:30:00Z', 'America/Bogota', '2026-11-28 6 22:30'],
    ['2026-11-29T09:59:00Z', 'Pacific/Honolulu', '2026-11-28 6 23:59'],
    ['2026-11-28T12:00:00Z', 'Pacific/Kiritimati', '2026-11-29 7 2:00'],
    ['2026-11-28T12:00:00Z', 'Asia/Kathmandu', '2026-11-28 6 17:45'],
    // The clocks go back at 3:00, and forward at 2:00: each hour is the one on the wall.
    ['2026-10-25T00:30:00Z', 'Europe/Madrid', '2026-10-25 7 2:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Madrid', '2026-10-25 7 2:30'],
    ['2026-03-29T00:59:00Z', 'Europe/Madrid', '2026-03-29 7 1:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Madrid', '2026-03-29 7 3:00'],
    ['2026-12-31T23:30:00Z', 'Europe/Madrid', '2027-01-01 5 0:30'],
  ])('%s in %s', (at, zone, expected) => {
    const { date, weekday, minutes } = businessNow(Date.parse(at), zone);
    const [year, month, day] = [date.year, date.month, date.day].map(String);
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    expect(`${written} ${weekday} ${clockTime(minutes)}`).toBe(expected);
  });
});

describe('whether it is open', () => {
  it.each([
    ['Mo-Su 09:00-14:00,17:00-20:00', '2026-11-28T10:00', true, '14:00'],
    ['Mo-Su 09:00-14:00,17:00-20:00', '2026-11-28T14:00', false, undefined],
    ['Mo-Su 09:00-14:00,17:00-20:00', '2026-11-28T17:00', true, '20:00'],
    ['Fr,Sa 18:00-03:00', '2026-11-29T02:59', true, '3:00'],
    ['Fr,Sa 18:00-03:00', '2026-11-29T03:00', false, undefined],
    ['Sa 08:00-24:00; Su 00:00-02:00', '2026-11-28T23:00', true, '2:00'],
    ['24/7', '2026-11-28T23:00', true, undefined],
  ])('%s at %s', (text, at, open, until) => {
    const now = businessNow(Date.parse(`${at}:00Z`), 'UTC');
    const state = stateOf(now, new OpeningHours(text));
    expect([state.open, state.until === undefined ? undefined : clockTime(state.until)]).toEqual([
      open,
      until,
    ]);
  });
});

describe('the words for a prompt', () => {
  it('say the day, the hours and the week', async () => {
    const day = await timeAt('2026-11-28T09:05:42Z', 'Europe/Madrid', HOURS).current();
    expect(promptLine(day)).toBe(
      'Today is Saturday 28 November 2026, 10:05 (Europe/Madrid). ' +
        'Opening hours today: 8:00-20:00 (open now, closes at 20:00). Tomorrow, Sunday: closed. ' +
        'Every week: Monday to Friday 7:30-20:00; Saturday 8:00-20:00; Sunday closed; ' +
        'public holidays 9:00-14:00; 24 December, 31 December 8:00-15:00.',
    );
  });

  it('say only the days where the hours are not set', async () => {
    const day = await timeAt('2026-11-29T22:50:00Z', 'Europe/Madrid').current();
    expect(promptLine(day)).toBe(
      'Today is Sunday 29 November 2026, 23:50 (Europe/Madrid). Tomorrow, Monday, is 30 November.',
    );
  });

  it('stay the same within a minute', async () => {
    const [one, other] = await Promise.all(
      ['2026-11-28T09:05:01Z', '2026-11-28T09:05:59Z'].map((at) =>
        timeAt(at, 'Europe/Madrid', HOURS).current(),
      ),
    );
    expect(promptLine(one)).toBe(promptLine(other));
  });
});
