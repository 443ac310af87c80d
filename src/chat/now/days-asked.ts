import {
  addDays,
  type CalendarDate,
  nextDate,
  type Weekday,
  weekdayOf,
} from '../../config/opening-hours/calendar.js';
import type { Language } from '../../language/language.js';
import type { BusinessNow } from './business-now.js';
import { type Item, itemsOf } from './words/items.js';
import { itemMeans, type Mention, mentionsOf } from './words/mentions.js';

/** More of a message is not read: correcting each word of a long one takes its time. */
const LONGEST = 400;

/** A day that a question speaks of. */
export interface AskedDay {
  /** How it is named. `weekday` is any such day, and `date` the next of them. */
  by: 'today' | 'tomorrow' | 'dayAfterTomorrow' | 'weekday' | 'date';
  date: CalendarDate;
  weekday: Weekday;
  /** It is asked of this month's: "on Saturdays in August". */
  ofMonth?: true;
}

/**
 * The days that any question speaks of: "Do you deliver tomorrow?" on a Saturday speaks of Sunday.
 * "Now" speaks of none.
 */
export function daysAsked(question: string, language: Language, now: BusinessNow): AskedDay[] {
  const items = itemsOf(question.slice(0, LONGEST), language, true).filter(
    (item) => !isShort(item),
  );
  return daysIn(mentionsOf(items), now);
}

/** The days among mentions; none where all days of the week are meant alike. */
export function daysIn(mentions: Mention[], now: BusinessNow): AskedDay[] {
  const month = monthOfHoliday(mentions);
  const days = mentions.flatMap((mention, at) => {
    const relative = itemMeans(mention, 'relative')?.day;
    if (relative && relative !== 'now') return [relativeDay(relative, now)];
    const { kind } = mention;
    if (kind === 'dates') return mention.dates.map(({ from }) => dayOf(dateOf(from, now)));
    if (kind === 'item' && mention.item.token?.number)
      return dayOfMonth(mention.item.token.number, now, month);
    if (kind !== 'weekdays') return [];
    const isNext = [mentions[at - 1], mentions[at + 1]].some((beside) => itemMeans(beside, 'next'));
    return mention.weekdays.map((weekday) => weekdayFrom(now, weekday, isNext));
  });
  // "Every day", "this week": of no day more than of others.
  if (new Set(days.map(({ weekday }) => weekday)).size === 7) return [];
  // "Monday the 30th" is one day.
  const isDated = ({ by, weekday }: AskedDay) =>
    by === 'weekday' && days.some((other) => other.by === 'date' && other.weekday === weekday);
  const own = days.filter((day) => !isDated(day));
  const unlike = new Map(own.map((day) => [`${day.by} ${JSON.stringify(day.date)}`, day]));
  return [...unlike.values()];
}

export function todayOf(now: BusinessNow): AskedDay {
  return { by: 'today', date: now.date, weekday: now.weekday };
}

function relativeDay(by: 'today' | 'tomorrow' | 'dayAfterTomorrow', now: BusinessNow): AskedDay {
  const date = addDays(now.date, ['today', 'tomorrow', 'dayAfterTomorrow'].indexOf(by));
  return { by, date, weekday: weekdayOf(date) };
}

function weekdayFrom(now: BusinessNow, weekday: Weekday, isNext: boolean): AskedDay {
  const ahead = (weekday - now.weekday + 7) % 7;
  return { by: 'weekday', date: addDays(now.date, ahead || (isNext ? 7 : 0)), weekday };
}

/** "Saturdays in August": the first of them. */
export function inMonth({ weekday }: AskedDay, month: number, now: BusinessNow): AskedDay {
  let date = nextDate(now.date, month, 1);
  if (month === now.date.month) ({ date } = now);
  while (weekdayOf(date) !== weekday) date = addDays(date, 1);
  return { by: 'weekday', date, weekday, ofMonth: true };
}

function dateOf(
  day: { year?: number; month: number; day: number },
  now: BusinessNow,
): CalendarDate {
  return day.year ? { ...day, year: day.year } : nextDate(now.date, day.month, day.day);
}

/** "At Christmas, the 24th" is of December. */
function monthOfHoliday(mentions: Mention[]): number | undefined {
  const dates = mentions.flatMap((mention) => itemMeans(mention, 'holiday')?.date ?? []);
  return dates.length === 1 ? dates[0].month : undefined;
}

/** "El 24", "on the 24th": the next day of that number. */
function dayOfMonth(number: number, now: BusinessNow, month?: number): AskedDay[] {
  if (number < 1 || number > 31) return [];
  if (month) return [dayOf(nextDate(now.date, month, number))];
  for (let date = now.date; ; date = addDays(date, 1))
    if (date.day === number) return [dayOf(date)];
}

function dayOf(date: CalendarDate): AskedDay {
  return { by: 'date', date, weekday: weekdayOf(date) };
}

/** Whether a text speaks of weekdays or dates. "In 2 working days" speaks of none. */
export function namesDays(text: string, language: Language): boolean {
  const items = itemsOf(text, language);
  const isTimed = mentionsOf(items).some(({ kind }) => kind === 'span' || kind === 'time');
  const mentions = mentionsOf(isTimed ? items : items.filter((item) => !isShort(item)));
  return mentions.some(({ kind }, at) => {
    const before = mentions[at - 1];
    const isCounted = before?.kind === 'item' && before.item.token?.number !== undefined;
    return kind === 'dates' || (kind === 'weekdays' && !isCounted);
  });
}

/** "The sun", "el mar": an abbreviation is a day only beside hours. */
function isShort({ meanings }: Item): boolean {
  return meanings.some((meaning) => 'short' in meaning);
}
