import type { Weekday } from './calendar.js';

/** Minutes since the day began; `to` is over 24 hours where it lies past midnight. */
export interface Span {
  from: number;
  to: number;
}

/** A day of every year, or of one. */
export interface YearDay {
  year?: number;
  month: number;
  day: number;
}

/** One part of the setting, between two semicolons. */
export interface HoursRule {
  /** The weekdays it is for; none where it says none. */
  days: Weekday[];
  /** Whether it is for public holidays. */
  holidays: boolean;
  /** The dates it is for, first and last; none where it says none. */
  dates: { from: YearDay; to: YearDay }[];
  /** None where it is closed. */
  spans: Span[];
}
