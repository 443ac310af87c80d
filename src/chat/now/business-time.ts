import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { addDays, instantOf, weekdayOf } from '../../config/opening-hours/calendar.js';
import type { LineId } from '../../config/lines/line.js';
import { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import type { HoursRule, Span } from '../../config/opening-hours/rule.js';
import { type BusinessNow, businessNow, clockTime, stateOf } from './business-now.js';

/** What time it is for the business, and its hours where the setting has them. */
export interface BusinessDay {
  now: BusinessNow;
  hours?: OpeningHours;
}

/** The business's date, time and opening hours, as they are set. */
@Injectable()
export class BusinessTime {
  private read?: { text: string; hours: OpeningHours };

  constructor(
    private readonly clock: Clock,
    private readonly config: BotConfigService,
  ) {}

  /** The business's day at this moment, as it is set for a line. */
  async current(line?: LineId): Promise<BusinessDay> {
    const { timeZone, openingHours } = await this.config.current(line);
    const now = businessNow(this.clock.now(), timeZone);
    if (!openingHours) return { now };
    if (this.read?.text !== openingHours)
      this.read = { text: openingHours, hours: new OpeningHours(openingHours) };
    return { now, hours: this.read.hours };
  }
}

/**
 * What a prompt says of it, in English. It changes every minute, so it belongs at a prompt's end: a
 * server that caches beginnings can then keep the rest.
 */
export function promptLine({ now, hours }: BusinessDay): string {
  const today = `Today is ${weekday(now.weekday)} ${dateIn(now)}, ${clockTime(now.minutes)} (${now.zone}).`;
  const tomorrow = addDays(now.date, 1);
  const next = `Tomorrow, ${weekday(weekdayOf(tomorrow))}`;
  if (!hours) return `${today} ${next}, is ${day(tomorrow)}.`;
  const { open, until } = stateOf(now, hours);
  const closing = until === undefined ? '' : `, closes at ${clockTime(until)}`;
  return [
    today,
    `Opening hours today: ${written(hours.on(now.date))} (${open ? `open now${closing}` : 'closed now'}).`,
    `${next}: ${written(hours.on(tomorrow))}.`,
    `Every week: ${everyWeek(hours)}.`,
  ].join(' ');
}

function everyWeek(hours: OpeningHours): string {
  const week = hours.week().map(({ days, spans }) => {
    const [first, last] = [weekday(days[0]), weekday(days.at(-1)!)];
    return `${days.length > 1 ? `${first} to ${last}` : first} ${written(spans)}`;
  });
  const holidays = hours.onHolidays();
  if (holidays) week.push(`public holidays ${written(holidays)}`);
  return [...week, ...hours.rules.filter(({ dates }) => dates.length).map(exception)].join('; ');
}

function exception({ dates, days, spans }: HoursRule): string {
  const ranges = dates.map(({ from, to }) => {
    const [first, last] = [from, to].map((one) => day({ ...one, year: one.year ?? 2024 }));
    return first === last ? first : `${first} to ${last}`;
  });
  const only = days.length ? ` (${days.map(weekday).join(', ')})` : '';
  return `${ranges.join(', ')}${only} ${written(spans)}`;
}

function written(spans: Span[]): string {
  if (!spans.length) return 'closed';
  return spans.map(({ from, to }) => `${clockTime(from)}-${clockTime(to)}`).join(', ');
}

const IN_ENGLISH = { timeZone: 'UTC' } as const;
const WEEKDAY = new Intl.DateTimeFormat('en', { ...IN_ENGLISH, weekday: 'long' });
const DAY = new Intl.DateTimeFormat('en-GB', { ...IN_ENGLISH, day: 'numeric', month: 'long' });

/** 1 January 2024 was a Monday. */
function weekday(number: number): string {
  return WEEKDAY.format(instantOf({ year: 2024, month: 1, day: number }));
}

function day(date: BusinessNow['date']): string {
  return DAY.format(instantOf(date));
}

function dateIn({ date }: BusinessNow): string {
  return `${day(date)} ${date.year}`;
}
