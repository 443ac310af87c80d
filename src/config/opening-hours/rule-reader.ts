import { EVERY_DAY, isDayOf, type Weekday, weekdaysBetween } from './calendar.js';
import type { HoursRule, Span, YearDay } from './rule.js';

/** Opening hours that can't be read; the message names the part. */
export class OpeningHoursError extends Error {
  override name = 'OpeningHoursError';
}

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MIDNIGHT = 24 * 60;

const KNOWN = 'days are Mo Tu We Th Fr Sa Su and PH, months Jan to Dec, times 09:00 or off';
const TOKEN = /24\/7|\d{1,2}:\d{2}|\d+|\p{L}+|[-–,]|\S/gu;

/** Reads one rule, word by word. */
export class RuleReader {
  private readonly tokens: string[];
  private at = 0;
  private readonly rule: HoursRule = { days: [], holidays: false, dates: [], spans: [] };

  constructor(private readonly part: string) {
    this.tokens = (part.match(TOKEN) ?? []).map((token) => token.replace('–', '-'));
  }

  read(): HoursRule {
    if (this.part === '24/7') return { ...this.rule, days: [...EVERY_DAY], spans: [span(0, 0)] };
    this.dates();
    this.weekdays();
    if (!this.rule.dates.length && !this.rule.days.length && !this.rule.holidays) {
      if (!this.isTime() && !this.isOff()) this.fail(KNOWN);
      this.rule.days = [...EVERY_DAY];
    }
    if (this.take('off') || this.take('closed')) this.end();
    else this.spans();
    return this.rule;
  }

  private dates(): void {
    while (this.monthAt(0) || (/^\d{4}$/.test(this.peek()) && this.monthAt(1))) {
      const year = /^\d{4}$/.test(this.peek()) ? Number(this.next()) : undefined;
      this.daysOf(year, this.month());
      if (!this.take(',')) break;
    }
  }

  /** `Dec 24,31`, `Dec 24-26`, `Dec 24-Jan 06`, `Jul-Aug`. */
  private daysOf(year: number | undefined, month: number): void {
    if (!this.isDay()) {
      const last = this.take('-') ? this.month() : month;
      const to = { month: last, day: lastDayOf(last) };
      this.rule.dates.push({ from: { year, month, day: 1 }, to });
      return;
    }
    do {
      const from: YearDay = { year, month, day: this.day(month) };
      let to: YearDay = { year, month, day: from.day };
      if (this.take('-')) to = this.lastDay(year, month);
      if (month === to.month && to.day < from.day) this.fail('the last day is before the first');
      this.rule.dates.push({ from, to });
    } while (this.isDay(1) && this.take(','));
  }

  private lastDay(year: number | undefined, month: number): YearDay {
    const own = /^\d{4}$/.test(this.peek()) ? Number(this.next()) : undefined;
    const last = this.monthAt(0) ? this.month() : month;
    const over = year !== undefined && last < month ? 1 : 0;
    return { year: own ?? (year && year + over), month: last, day: this.day(last) };
  }

  private weekdays(): void {
    while (DAYS.includes(this.peek()) || this.peek() === 'ph') {
      if (this.take('ph')) this.rule.holidays = true;
      else {
        const from = this.weekday();
        const to = this.take('-') ? this.weekday() : from;
        this.rule.days.push(...weekdaysBetween(from, to));
      }
      if (!this.take(',')) break;
    }
  }

  private weekday(): Weekday {
    const day = DAYS.indexOf(this.peek()) + 1;
    if (!day) this.fail('days are Mo Tu We Th Fr Sa Su');
    this.next();
    return day;
  }

  private spans(): void {
    do {
      const from = this.time(MIDNIGHT - 1);
      if (!this.take('-')) this.fail('a time to close is missing, as in 09:00-14:00');
      this.rule.spans.push(span(from, this.time(2 * MIDNIGHT)));
    } while (this.take(','));
    this.end();
    const sorted = this.rule.spans.sort((a, b) => a.from - b.from);
    const overlap = sorted.some(({ to }, at) => at + 1 < sorted.length && to > sorted[at + 1].from);
    if (overlap) throw new OpeningHoursError(`in "${this.part}" the hours overlap`);
  }

  private time(latest: number): number {
    if (!this.isTime()) this.fail('times are written 09:00');
    const [hours, minutes] = this.peek().split(':').map(Number);
    if (minutes > 59 || hours * 60 + minutes > latest) this.fail('there is no such time');
    this.next();
    return hours * 60 + minutes;
  }

  private month(): number {
    const month = MONTHS.indexOf(this.peek().slice(0, 3)) + 1;
    if (!month || !this.monthAt(0)) this.fail('months are Jan to Dec');
    this.next();
    return month;
  }

  private day(month: number): number {
    const day = Number(this.peek());
    if (!isDayOf(month, day)) this.fail('there is no such day');
    this.next();
    return day;
  }

  private monthAt(ahead: number): boolean {
    return MONTHS.includes(this.peek(ahead));
  }

  private isDay(ahead = 0): boolean {
    return /^\d{1,2}$/.test(this.peek(ahead));
  }

  private isTime(): boolean {
    return /^\d{1,2}:\d{2}$/.test(this.peek());
  }

  private isOff(): boolean {
    return ['off', 'closed'].includes(this.peek());
  }

  private end(): void {
    if (this.at < this.tokens.length) this.fail('nothing more is expected here');
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.toLowerCase() ?? '';
  }

  private next(): string {
    return this.tokens[this.at++].toLowerCase();
  }

  private take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  private fail(why: string): never {
    const token = this.tokens[this.at];
    const where = token ? `"${token}" in "${this.part}"` : `the end of "${this.part}"`;
    throw new OpeningHoursError(`${where} can't be read: ${why}`);
  }
}

/** A span that ends no later than it begins ends on the next day. */
function span(from: number, to: number): Span {
  return { from, to: to > from ? to : to + MIDNIGHT };
}

function lastDayOf(month: number): number {
  return [31, 30, 29, 28].find((day) => isDayOf(month, day))!;
}
