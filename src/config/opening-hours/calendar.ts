/** A day as a calendar shows it, without a time zone. Months and days count from 1. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** A weekday by its number in ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = number;

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const DAY = 86_400_000;

/** The days since 1970: what is counted with. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function weekdayOf(date: CalendarDate): Weekday {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const at = new Date((dayNumber(date) + days) * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** Whether a month has that day; 29 February is one. */
export function isDayOf(month: number, day: number, year = 2024): boolean {
  const date = addDays({ year, month, day: 1 }, day - 1);
  return day >= 1 && month >= 1 && month <= 12 && date.month === month;
}

/** The next day with this month and day, `from` itself among them. */
export function nextDate(from: CalendarDate, month: number, day: number): CalendarDate {
  for (let year = from.year; ; year++) {
    const date = { year, month, day };
    // 29 February waits for its year.
    if (isDayOf(month, day, year) && dayNumber(date) >= dayNumber(from)) return date;
  }
}

/** The days from a weekday to another one, over the week's end where it must be. */
export function weekdaysBetween(from: Weekday, to: Weekday): Weekday[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => ((from - 1 + at) % 7) + 1);
}

/** A date for `Intl`, whose formats are then asked for UTC. */
export function instantOf(date: CalendarDate): Date {
  return new Date(dayNumber(date) * DAY);
}
