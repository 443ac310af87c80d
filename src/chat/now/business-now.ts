import {
  addDays,
  type CalendarDate,
  dayNumber,
  type Weekday,
  weekdayOf,
} from '../../config/opening-hours/calendar.js';
import type { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import { remembered } from '../../language/remembered.js';
import type { Span } from '../../config/opening-hours/rule.js';

const DAY = 24 * 60;

/** The business's date and time, by the clock on its wall. */
export interface BusinessNow {
  date: CalendarDate;
  weekday: Weekday;
  /** Minutes since midnight, by the clock: a day with a change of the clocks has no others. */
  minutes: number;
  zone: string;
}

/** The date and time in a zone (IANA). `instant` is in milliseconds since 1970. */
export function businessNow(instant: number, zone: string): BusinessNow {
  const parts = formatIn(zone)
    .formatToParts(instant)
    .map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts) as Record<string, number>;
  const date = { year, month, day };
  return { date, weekday: weekdayOf(date), minutes: hour * 60 + minute, zone };
}

/** Making a format takes far longer than to use it. A business has one zone. */
const formatIn = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }),
);

/** Whether it is open, and until when by the clock; no `until` where that is over a day away. */
export interface OpenState {
  open: boolean;
  until?: number;
}

/** The state at a time, from the hours of that day, the one before and those after. */
export function openState(minutes: number, hoursOn: (offset: number) => Span[]): OpenState {
  const lasting = hoursOn(-1).map(({ from, to }) => ({ from: from - DAY, to: to - DAY }));
  const now = [...lasting, ...hoursOn(0)].find(({ from, to }) => from <= minutes && minutes < to);
  if (!now) return { open: false };
  let end = now.to;
  // What ends at midnight goes on where the next day begins with it.
  const next = hoursOn(1).find(({ from }) => from + DAY === end);
  if (next) end = next.to + DAY;
  return end - minutes >= DAY ? { open: true } : { open: true, until: end % DAY };
}

/** The same from the setting. */
export function stateOf(now: BusinessNow, hours: OpeningHours): OpenState {
  return openState(now.minutes, (offset) => hours.on(addDays(now.date, offset)));
}

const FORTNIGHT = 14;

/** The next opening after now, as days from today and minutes. */
export function nextOpening(
  now: BusinessNow,
  hours: OpeningHours,
): { days: number; minutes: number } | undefined {
  for (let days = 0; days <= FORTNIGHT; days++) {
    const spans = hours.on(addDays(now.date, days));
    const next = spans.find(({ from }) => days > 0 || from > now.minutes);
    if (next) return { days, minutes: next.from };
  }
  return undefined;
}

/**
 * When it is that time for the business, in milliseconds since 1970: a change of the clocks may lie
 * between. `instant` is what `now` was made of.
 */
export function instantIn(
  instant: number,
  now: BusinessNow,
  { days, minutes }: { days: number; minutes: number },
): number {
  const minuteOf = ({ date, minutes: at }: BusinessNow) => dayNumber(date) * DAY + at;
  const wanted = (dayNumber(now.date) + days) * DAY + minutes;
  const began = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  const near = began + (wanted - minuteOf(now)) * MINUTE_MS;
  return near + (wanted - minuteOf(businessNow(near, now.zone))) * MINUTE_MS;
}

const MINUTE_MS = 60_000;

/** `8:00`, `20:30`; what lies past midnight is a time of the next day, midnight at an end 24:00. */
export function clockTime(minutes: number): string {
  const day = minutes > DAY ? minutes - DAY : minutes;
  return `${Math.floor(day / 60)}:${String(day % 60).padStart(2, '0')}`;
}
