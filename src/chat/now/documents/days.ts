import {
  type CalendarDate,
  dayNumber,
  type Weekday,
  weekdayOf,
} from '../../../config/opening-hours/calendar.js';
import type { YearDay } from '../../../config/opening-hours/rule.js';

/** The days that a statement is about. */
export interface Days {
  weekdays: Weekday[];
  dates: { from: YearDay; to: YearDay }[];
  /** It is for these months alone. */
  months: number[];
  /** Public holidays in general. */
  holidays: boolean;
  /** Names of holidays with a date of their own, without accents. */
  names: string[];
  /** Names of times of the year without fixed dates: nobody knows here when they are. */
  seasons: string[];
}

export function noDays(): Days {
  return { weekdays: [], dates: [], months: [], holidays: false, names: [], seasons: [] };
}

export function namesDays({ weekdays, dates, months, holidays, names, seasons }: Days): boolean {
  const named = weekdays.length + dates.length + months.length + names.length + seasons.length;
  return named > 0 || holidays;
}

/**
 * How well days fit a day that is asked for: 0 where they don't, 1 by its weekday, 2 by its season's
 * or its month's weekday, 3 by its date.
 */
export function fit(days: Days, date: CalendarDate, weekday: Weekday): 0 | 1 | 2 | 3 {
  const { months, weekdays } = days;
  const isDay = weekdays.includes(weekday);
  const ranges = days.dates.filter((range) => includes(range, date));
  // "From June to September, Monday to Friday" is for those days alone.
  if (ranges.some((range) => !weekdays.length || !isLong(range))) return 3;
  if (ranges.length) return isDay ? 2 : 0;
  if (months.length) {
    const isOfMonth = isDay || (!weekdays.length && !days.dates.length && !days.holidays);
    return months.includes(date.month) && isOfMonth ? 2 : 0;
  }
  return isDay && !days.dates.some(isLong) && !days.seasons.length ? 1 : 0;
}

/** Whether days are of a season that a date may lie in, though perhaps of others of its weekdays. */
export function mayFit(days: Days, date: CalendarDate): boolean {
  const { dates, months, seasons, weekdays } = days;
  const isIn = dates.some((range) => isLong(range) && includes(range, date));
  const isSeasons = seasons.length > 0 && !dates.some(isLong) && weekdays.includes(weekdayOf(date));
  return isIn || isSeasons || months.includes(date.month);
}

/** Whether days are of a part of the year. */
export function isSeasonal({ months, seasons, dates }: Days): boolean {
  return months.length + seasons.length > 0 || dates.some(isLong);
}

const WEEK = 7;
const YEAR = 366;

/** A range of over a week is a season. */
function isLong({ from, to }: { from: YearDay; to: YearDay }): boolean {
  const first = dayNumber({ ...from, year: 2024 });
  const last = dayNumber({ ...to, year: 2024 });
  return (last < first ? last + YEAR : last) - first >= WEEK;
}

function includes({ from, to }: { from: YearDay; to: YearDay }, date: CalendarDate): boolean {
  return [date.year - 1, date.year].some((year) => {
    const first = dayNumber({ ...from, year: from.year ?? year });
    const sameYear = dayNumber({ ...to, year: to.year ?? from.year ?? year });
    const last = sameYear < first ? dayNumber({ ...to, year: (from.year ?? year) + 1 }) : sameYear;
    return first <= dayNumber(date) && dayNumber(date) <= last;
  });
}

/** A month or a season binds all that is said below it. */
export function inSeason(days: Days, season = noDays()): Days {
  if (days.seasons.length) return days;
  if (isSeasonal(days)) return { ...days, seasons: season.seasons };
  const long = season.dates.filter(isLong);
  return {
    ...days,
    months: season.months,
    seasons: season.seasons,
    dates: [...days.dates, ...long],
  };
}
