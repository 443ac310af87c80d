import {
  addDays,
  type CalendarDate,
  nextDate,
  type Weekday,
  weekdayOf,
} from '../../config/opening-hours/calendar.js';
import { fold, type Language, languages } from '../../language/language.js';
import type { PartOfDay } from '../../language/time-words.js';
import type { BusinessNow } from './business-now.js';
import { type Item, itemsOf, means } from './words/items.js';
import { itemMeans, type Mention, mentionsOf } from './words/mentions.js';
import type { Clock } from './words/times.js';
import { tokensOf } from './words/tokens.js';

/** Longer messages ask for more than the hours; and correcting each word of one takes its time. */
const LONGEST = 400;

/** A day that a question speaks of. */
export interface AskedDay {
  /** How it is named. `weekday` is any such day, and `date` the next of them. */
  by: 'today' | 'tomorrow' | 'dayAfterTomorrow' | 'weekday' | 'date';
  date: CalendarDate;
  weekday: Weekday;
}

/** A question about when the business is open. */
export interface HoursQuestion {
  /** The days it names; where it names none but means today ("are you open?"), today. */
  days: AskedDay[];
  /** It asks for the hours of every day. */
  general: boolean;
  /** It asks about this moment. */
  now: boolean;
  part?: PartOfDay;
  time?: Clock;
  /** It names a holiday: a certain one, or holidays in general. */
  holiday?: { name?: string; date?: { month: number; day: number } };
  /** It names a time of the year without a date. */
  season?: string;
  /** Yes or no answers it: whether it is open. */
  yesOrNo: boolean;
}

/** What a question is read with. */
export interface Asking {
  question: string;
  language: Language;
  now: BusinessNow;
  /** What the business is called by, such as the bot's name: "is the bakery open?" */
  names?: string[];
  /** The question before, which this one may go on with: "and on Sunday?" */
  previous?: string;
}

/**
 * Reads a question about opening hours, in the customer's language or another; undefined for any
 * other question. It is one when nothing else is in it: beside words of opening and closing, of
 * days and times, and of courtesy, only what the business is called by.
 */
export function hoursQuestion(asking: Asking): HoursQuestion | undefined {
  const { question, language, now, names = [], previous } = asking;
  if (question.length > LONGEST) return undefined;
  const called = new Set(tokensOf(names.join(' ')).map(({ text }) => text));
  for (const spoken of [language, ...languages.filter((other) => other !== language)]) {
    const items = itemsOf(question, spoken, true);
    if (asksElse(items, called)) continue;
    if (items.some(isOfHours)) return questionFrom(items, now);
    const goesOn =
      previous && hoursQuestion({ ...asking, question: previous, previous: undefined });
    const found = questionFrom(items, now);
    if (goesOn && (found.holiday ?? found.season ?? daysIn(mentionsOf(items), now)[0]))
      return found;
  }
  return undefined;
}

function asksElse(items: Item[], called: Set<string>): boolean {
  const isElse = (item: Item) =>
    (item.other && !called.has(item.text)) ||
    !!means(item, 'otherwise') ||
    (!!item.token?.date && !known(item));
  return items.some(isElse);
}

function known({ token }: Item): boolean {
  const { first, second } = token!.date!;
  return first <= 31 && second <= 31 && (first <= 12 || second <= 12);
}

function isOfHours(item: Item): boolean {
  return !!(means(item, 'open') ?? means(item, 'close') ?? means(item, 'hours'));
}

function questionFrom(items: Item[], now: BusinessNow): HoursQuestion {
  const mentions = mentionsOf(items);
  const has = (kind: 'open' | 'close' | 'hours' | 'when') =>
    items.some((item) => means(item, kind));
  const [holiday] = mentions.flatMap((mention) => itemMeans(mention, 'holiday') ?? []);
  const [season] = mentions.flatMap((mention) => itemMeans(mention, 'season') ?? []);
  const [part] = mentions.flatMap((mention) => itemMeans(mention, 'part') ?? []);
  const [time] = mentions.flatMap((mention) => (mention.kind === 'time' ? mention : []));
  const halved = items.some((item) => means(item, 'fraction'));
  const isNow = mentions.some((mention) => itemMeans(mention, 'relative')?.day === 'now');
  const named = daysIn(mentions, now);
  const every = mentions.some((one) => one.kind === 'weekdays' && one.weekdays.length === 7);
  const bound = every || named.length > 0 || !!holiday || !!season;
  const implied = !bound && (isNow || !!time || (!has('hours') && !part));
  const months = mentions.some(({ kind }) => kind === 'months');
  return {
    days: implied && !months && !every ? [todayOf(now)] : named,
    general: every || months || (!bound && !implied),
    now: isNow || (implied && !time && !has('when') && !has('close')),
    ...(part && { part: part.part }),
    ...(time && { time: { ...time, sure: time.sure && !halved } }),
    ...(holiday && { holiday }),
    ...(season && { season: season.name }),
    yesOrNo: !has('when') && !has('close') && !has('hours') && has('open'),
  };
}

/**
 * The days that any question speaks of: "Do you deliver tomorrow?" on a Saturday speaks of Sunday.
 * "Now" speaks of none.
 */
export function daysAsked(question: string, language: Language, now: BusinessNow): AskedDay[] {
  // "The sun", "el mar": an abbreviation is a day only where the hours are asked for.
  const items = itemsOf(question.slice(0, LONGEST), language, true).filter(
    ({ meanings }) => !meanings.some((meaning) => 'short' in meaning),
  );
  return daysIn(mentionsOf(items), now);
}

function daysIn(mentions: Mention[], now: BusinessNow): AskedDay[] {
  const days = mentions.flatMap((mention, at) => {
    const relative = itemMeans(mention, 'relative')?.day;
    if (relative && relative !== 'now') return [relativeDay(relative, now)];
    const { kind } = mention;
    if (kind === 'dates') return mention.dates.map(({ from }) => dayOf(dateOf(from, now)));
    if (kind === 'item' && mention.item.token?.number)
      return dayOfMonth(mention.item.token.number, now);
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

function todayOf(now: BusinessNow): AskedDay {
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

function dateOf(
  day: { year?: number; month: number; day: number },
  now: BusinessNow,
): CalendarDate {
  return day.year ? { ...day, year: day.year } : nextDate(now.date, day.month, day.day);
}

/** "El 24", "on the 24th": the next day of that number. */
function dayOfMonth(number: number, now: BusinessNow): AskedDay[] {
  if (number < 1 || number > 31) return [];
  for (let date = now.date; ; date = addDays(date, 1))
    if (date.day === number) return [dayOf(date)];
}

function dayOf(date: CalendarDate): AskedDay {
  return { by: 'date', date, weekday: weekdayOf(date) };
}

/** A name without accents, as holidays are compared. */
export function sameName(one: string, other: string): boolean {
  return fold(one.toLowerCase()) === fold(other.toLowerCase());
}
