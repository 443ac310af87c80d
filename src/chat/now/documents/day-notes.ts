import { addDays, type CalendarDate, weekdayOf } from '../../../config/opening-hours/calendar.js';
import type { Span } from '../../../config/opening-hours/rule.js';
import { ofEach } from '../../../language/language.js';
import type { BusinessNow } from '../business-now.js';
import type { AskedDay } from '../days-asked.js';
import type { HoursQuestion } from '../question.js';
import { type Days, fit, isSeasonal, mayFit, noDays } from './days.js';
import type { HoursNote } from './weekly-hours.js';

/** Dates that are holidays somewhere: what is said of holidays may hold for them. */
const HOLIDAYS = new Set(Object.values(ofEach(({ time }) => Object.keys(time.holidays))).flat());

/** Finds among notes those of a day, a month or a holiday. */
export class DayNotes {
  /** Those of the business as a whole; those of its parts where nothing is said of that. */
  private readonly notes: HoursNote[];
  /** Summer's hours and winter's, and none beside them. */
  private readonly isAllSeasonal: boolean;

  constructor(notes: HoursNote[]) {
    const own = notes.filter(({ ofPart }) => !ofPart);
    const hasWeek = own.some(({ claims }) => claims.some(({ days }) => days.weekdays.length));
    this.notes = hasWeek ? own : notes;
    this.isAllSeasonal = !notes.some(({ claims }) => claims.some(({ days }) => isWeekly(days)));
  }

  /**
   * What is said of the date itself, else of its season or month, else of its weekday and, where a
   * date is asked for, of holidays. Of any Monday, what is said of Mondays and of the next one.
   */
  on(date: CalendarDate, by?: AskedDay['by']): HoursNote[] {
    const exact = this.fitting(date, 3);
    if (exact.length && by !== 'weekday') return exact;
    const seasonal = this.fitting(date, 2);
    if (seasonal.length && by !== 'weekday') return seasonal;
    const weekly = this.fitting(date, 1);
    const mayBeHoliday = by === 'date' || HOLIDAYS.has(monthAndDay(date));
    const holidays = mayBeHoliday && weekly.length ? this.onHolidays() : [];
    const found = [...exact, ...seasonal, ...weekly, ...holidays];
    const doubtful = exact.length + seasonal.length ? [] : this.doubtful(date, found.length > 0);
    return [...new Set([...found, ...doubtful])];
  }

  /** "In August we open from Monday to Friday" says something of its Saturdays, too. */
  private doubtful(date: CalendarDate, isBeside: boolean): HoursNote[] {
    if (isBeside) return this.of(({ days }) => mayFit(days, date));
    if (!this.isAllSeasonal) return [];
    return this.of(({ days }) => mayFit(days, date) && days.weekdays.includes(weekdayOf(date)));
  }

  /** What is said of a holiday or a season by its name or its date, else of holidays in general. */
  named({ holiday, season }: HoursQuestion, { date: { year } }: BusinessNow): HoursNote[] {
    const name = holiday?.name ?? season;
    const date = holiday?.date;
    const isNamed = ({ names, seasons }: Days) =>
      !!name && (names.includes(name) || seasons.includes(name));
    const own = this.notes.filter(
      ({ claims, path }) =>
        isNamed(path.days) ||
        claims.some(({ days }) => isNamed(days) || (date && fit(days, { year, ...date }, 0) === 3)),
    );
    return own.length ? own : this.onHolidays();
  }

  /** What is said of a month's own hours. */
  inMonth(month: number, { date: { year } }: BusinessNow): HoursNote[] {
    const first = { year, month, day: 1 };
    const isDated = ({ dates }: Days) =>
      Array.from({ length: 31 }, (_, ahead) => addDays(first, ahead)).some(
        (date) => date.month === month && fit({ ...noDays(), dates }, date, 0) === 3,
      );
    return this.of(({ days }) => days.months.includes(month) || isDated(days));
  }

  /** The hours of a date; undefined unless one place says them, and can be read in one way only. */
  spansOn(date: CalendarDate): Span[] | undefined {
    const notes = this.on(date);
    if (notes.length !== 1 || notes[0].ofPart) return undefined;
    const fits = notes[0].claims
      .map((claim) => ({ claim, fit: fit(claim.days, date, weekdayOf(date)) }))
      .filter((one) => one.fit > 0)
      .sort((a, b) => b.fit - a.fit);
    const [first, second] = fits;
    return first?.claim.sure && second?.fit !== first.fit ? first.claim.spans : undefined;
  }

  private onHolidays(): HoursNote[] {
    return this.of(({ days }) => days.holidays);
  }

  private fitting(date: CalendarDate, how: number): HoursNote[] {
    const weekday = weekdayOf(date);
    return this.notes.filter(
      ({ claims }) => Math.max(0, ...claims.map(({ days }) => fit(days, date, weekday))) === how,
    );
  }

  private of(fits: (claim: HoursNote['claims'][number]) => boolean): HoursNote[] {
    return this.notes.filter(({ claims }) => claims.some(fits));
  }
}

function isWeekly(days: Days): boolean {
  return days.weekdays.length > 0 && !isSeasonal(days);
}

function monthAndDay({ month, day }: CalendarDate): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
