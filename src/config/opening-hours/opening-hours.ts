import { type CalendarDate, dayNumber, EVERY_DAY, type Weekday, weekdayOf } from './calendar.js';
import type { HoursRule, Span, YearDay } from './rule.js';
import { rulesOf } from './syntax.js';

/**
 * The setting `opening_hours`, in the part of OpenStreetMap's syntax that a shop needs
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours). A rule for dates counts before one for
 * weekdays, and of two such the later one. A day that no rule is for is closed.
 */
export class OpeningHours {
  /** Throws an `OpeningHoursError` that names the part it can't read. */
  constructor(text: string) {
    this.rules = rulesOf(text);
  }

  readonly rules: readonly HoursRule[];

  /** The hours of a date. Public holidays aren't known by their dates. */
  on(date: CalendarDate): Span[] {
    return (this.exceptionOn(date) ?? this.weekdayRule(weekdayOf(date)))?.spans ?? [];
  }

  /** The rule for this very date, where there is one. */
  exceptionOn(date: CalendarDate): HoursRule | undefined {
    return this.rules.findLast(
      ({ dates, days }) =>
        dates.some((range) => within(date, range)) &&
        (!days.length || days.includes(weekdayOf(date))),
    );
  }

  /** The hours of a weekday without what is said of dates. */
  ofWeekday(day: Weekday): Span[] {
    return this.weekdayRule(day)?.spans ?? [];
  }

  /** The hours of public holidays; undefined where the setting says nothing of them. */
  onHolidays(): Span[] | undefined {
    return this.rules.findLast(({ holidays, dates }) => holidays && !dates.length)?.spans;
  }

  /** The weekdays by what they have in common, in the week's order. */
  week(): { days: Weekday[]; spans: Span[] }[] {
    const groups: { days: Weekday[]; spans: Span[] }[] = [];
    for (const day of EVERY_DAY) {
      const spans = this.ofWeekday(day);
      const same = groups.at(-1);
      if (same && JSON.stringify(same.spans) === JSON.stringify(spans)) same.days.push(day);
      else groups.push({ days: [day], spans });
    }
    return groups;
  }

  private weekdayRule(day: Weekday): HoursRule | undefined {
    return this.rules.findLast(({ days, dates }) => !dates.length && days.includes(day));
  }
}

function within(date: CalendarDate, { from, to }: { from: YearDay; to: YearDay }): boolean {
  // A range over New Year began last year, or begins this one.
  return [date.year - 1, date.year].some((year) => {
    const first = { ...from, year: from.year ?? year };
    const over = first.month * 31 + first.day > to.month * 31 + to.day ? 1 : 0;
    const last = { ...to, year: to.year ?? first.year + over };
    return dayNumber(first) <= dayNumber(date) && dayNumber(date) <= dayNumber(last);
  });
}
