import { isDayOf, type Weekday, weekdaysBetween } from '../../../config/opening-hours/calendar.js';
import type { Span, YearDay } from '../../../config/opening-hours/rule.js';
import { isAnd, isTo, type Item, joins, means } from './items.js';
import type { Meaning } from './lexicon.js';
import { spanAt, timeAt, type Clock } from './times.js';

/** What a text says of days and times, in its order. */
export type Mention =
  | { kind: 'weekdays'; weekdays: Weekday[]; not: Weekday[] }
  | { kind: 'dates'; dates: { from: YearDay; to: YearDay }[] }
  | { kind: 'months'; months: number[] }
  | ({ kind: 'span' } & Span & { sure: boolean })
  | ({ kind: 'time' } & Clock)
  | { kind: 'item'; item: Item };

/** Joins what belongs together: "lunes a viernes", "24 and 31 December", "de 9 a 14". */
export function mentionsOf(items: Item[]): Mention[] {
  // Articles and prepositions may stand between what belongs together.
  const told = items.filter((item) => !isSilent(item));
  const mentions: Mention[] = [];
  for (let at = 0; at < told.length;) {
    const found =
      datesAt(told, at) ??
      spanAt(told, at) ??
      weekdaysAt(told, at) ??
      monthsAt(told, at) ??
      timeAt(told, at);
    if (found) mentions.push(found.mention);
    else mentions.push({ kind: 'item', item: told[at] });
    at = found?.next ?? at + 1;
  }
  return mentions;
}

/** What a reader returns: the mention, and the place after it. */
export interface Read {
  mention: Mention;
  next: number;
}

function isSilent({ meanings }: Item): boolean {
  return meanings.length > 0 && meanings.every(({ kind }) => kind === 'stop' || kind === 'trade');
}

function weekdaysAt(items: Item[], start: number): Read | undefined {
  const first = means(items[start], 'weekdays');
  if (!first) return undefined;
  let weekdays = [...first.weekdays];
  let not: Weekday[] = [];
  let at = start + 1;
  for (;;) {
    if (items[at]?.text === ',' && means(items[at + 1], 'except')) at++;
    const next = means(items[at + 1], 'weekdays');
    // "Friday, 25 December" is that Friday.
    if (datesAt(items, at) && start + 1 === at) return datesAt(items, at);
    if (items[at]?.text === ',' && start + 1 === at && datesAt(items, at + 1))
      return datesAt(items, at + 1);
    if (!next) break;
    if (isTo(items[at]))
      weekdays = [...weekdays, ...weekdaysBetween(weekdays.at(-1)!, next.weekdays.at(-1)!)];
    else if (isAnd(items[at])) weekdays.push(...next.weekdays);
    else if (means(items[at], 'except')) not = [...not, ...next.weekdays];
    else break;
    at += 2;
  }
  const unique = [...new Set(weekdays)].filter((day) => !not.includes(day)).sort();
  return { mention: { kind: 'weekdays', weekdays: unique, not }, next: at };
}

const MOST_DAYS = 31;
/** Days of one month in a row: a longer row of numbers is something else. */
const MOST_RANGES = 8;

/** `24 and 31 December`, `1 to 15 August`, `Dec 24-26`, `25/12`, `24 December to 6 January`. */
function datesAt(items: Item[], start: number): Read | undefined {
  const found = writtenAt(items, start) ?? figuresAt(items, start);
  if (!found) return undefined;
  const { dates, next } = found;
  const more = isTo(items[next])
    ? (writtenAt(items, next + 1) ?? figuresAt(items, next + 1))
    : undefined;
  if (more) {
    const last = dates.pop()!;
    dates.push({ from: last.from, to: more.dates[0].to });
    return {
      mention: { kind: 'dates', dates: [...dates, ...more.dates.slice(1)] },
      next: more.next,
    };
  }
  // "25 December and 1 January"
  const other = isAnd(items[next]) ? datesAt(items, next + 1) : undefined;
  if (other?.mention.kind === 'dates') {
    const all = [...dates, ...other.mention.dates];
    return { mention: { kind: 'dates', dates: all }, next: other.next };
  }
  return { mention: { kind: 'dates', dates }, next };
}

interface Dates {
  dates: { from: YearDay; to: YearDay }[];
  next: number;
}

function figuresAt(items: Item[], at: number): Dates | undefined {
  const date = items[at]?.token?.date;
  if (!date) return undefined;
  const { first, second, year } = date;
  // 12/25 can only be an American's.
  const [month, day] = isDayOf(second, first) ? [second, first] : [first, second];
  if (!isDayOf(month, day)) return undefined;
  const one = { month, day, ...(year && { year }) };
  return { dates: [{ from: one, to: one }], next: at + 1 };
}

function writtenAt(items: Item[], start: number): Dates | undefined {
  const monthFirst = means(items[start], 'month')?.month;
  const days = daysAt(items, monthFirst ? start + 1 : start);
  if (!days) return undefined;
  const month = monthFirst ?? means(items[days.next], 'month')?.month;
  if (!month || days.ranges.some((range) => range.some((day) => !isDayOf(month, day))))
    return undefined;
  let next = monthFirst ? days.next : days.next + 1;
  if (items[next]?.text === ',' && isYear(items[next + 1])) next++;
  const year = isYear(items[next]) ? items[next++].token!.number : undefined;
  const dates = days.ranges.map(([from, to]) => ({
    from: { month, day: from, ...(year && { year }) },
    to: { month, day: to, ...(year && { year }) },
  }));
  return { dates, next };
}

function daysAt(
  items: Item[],
  start: number,
): { ranges: [number, number][]; next: number } | undefined {
  const ranges: [number, number][] = [];
  let at = start;
  while (isDayNumber(items[at]) && ranges.length < MOST_RANGES) {
    const from = items[at].token!.number!;
    const ranged = isTo(items[at + 1]) && isDayNumber(items[at + 2]);
    ranges.push([from, ranged ? items[at + 2].token!.number! : from]);
    at += ranged ? 3 : 1;
    if (!isAnd(items[at]) || !isDayNumber(items[at + 1])) break;
    at++;
  }
  return ranges.length ? { ranges, next: at } : undefined;
}

function isDayNumber(item: Item | undefined): boolean {
  const number = item?.token?.number;
  return number !== undefined && number >= 1 && number <= MOST_DAYS;
}

function isYear(item: Item | undefined): boolean {
  const number = item?.token?.number ?? 0;
  return number > 2000 && number < 2100;
}

function monthsAt(items: Item[], start: number): Read | undefined {
  const month = (at: number) => means(items[at], 'month')?.month;
  // "May I come?" is no month, "Saturdays in May?" is one.
  const next = items[start + 1];
  const isLast = start > 0 && (!next || !!next.sign);
  const isWord = !!means(items[start], 'stop') && !joins(next) && !isLast;
  if (!month(start) || isWord) return undefined;
  const months = [month(start)!];
  let at = start + 1;
  for (; joins(items[at]) && month(at + 1); at += 2) {
    const [last, next] = [months.at(-1)!, month(at + 1)!];
    if (isTo(items[at])) for (let one = last; one !== next;) months.push((one = (one % 12) + 1));
    else months.push(next);
  }
  return { mention: { kind: 'months', months }, next: at };
}

/** The meaning of this kind of an item that stands for itself. */
export function itemMeans<K extends Meaning['kind']>(mention: Mention | undefined, kind: K) {
  return mention?.kind === 'item' ? means(mention.item, kind) : undefined;
}
