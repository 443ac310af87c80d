import { type Language, languages } from '../../language/language.js';
import type { PartOfDay } from '../../language/time/words.js';
import type { BusinessNow } from './business-now.js';
import { type AskedDay, daysIn, inMonth, todayOf } from './days-asked.js';
import { type Item, itemsOf, means } from './words/items.js';
import type { Meaning } from './words/lexicon.js';
import { itemMeans, mentionsOf } from './words/mentions.js';
import type { Clock } from './words/times.js';
import { tokensOf } from './words/tokens.js';

/** Longer messages ask for more than the hours; and correcting each word of one takes its time. */
const LONGEST = 400;

/** A question about when the business is open. */
export interface HoursQuestion {
  /** The days it names; where it names none but means today ("are you open?"), today. */
  days: AskedDay[];
  /** It says of which days it asks: a day, a month, a holiday. */
  named: boolean;
  /** It asks for the hours of every day. */
  general: boolean;
  /** "What time do you open?" may mean today, or any day. */
  anyDay: boolean;
  /** Months that it names without a day. */
  months: number[];
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
  /** What was asked before, which this one may go on with: "and on Sunday?" */
  previous?: string;
  /** The names are of something with hours of its own, of which one also asks "what time is breakfast?" */
  ofPart?: boolean;
  /** Who asks to come on a day or at an hour asks for the hours, whatever for: "can I come on Friday for a cake?" */
  coming?: boolean;
}

/**
 * Reads a question about opening hours, in the customer's language or another; undefined for any
 * other question. It is one when nothing else is in it: beside words of opening and closing, of
 * days and times, and of courtesy, only what the business is called by.
 */
export function hoursQuestion(asking: Asking): HoursQuestion | undefined {
  const { question, language, now } = asking;
  if (question.length > LONGEST) return undefined;
  for (const spoken of [language, ...languages.filter((other) => other !== language)]) {
    const items = itemsOf(question, spoken, true);
    if (!asking.coming && asksElse(items, asking)) continue;
    const found = questionFrom(items, now);
    if (asking.coming && !isOfComing(items, found)) continue;
    if (asking.coming) return found;
    if (isOfHours(items, found) || (asking.ofPart && isOfPart(items, found))) return found;
    const before = goesOnWith(asking);
    const has = hasIn(items);
    if (before ? found.named : has('which') && !asking.previous) return found;
    if (before && (has('when') || has('which'))) return { ...before, yesOrNo: false };
  }
  return undefined;
}

/** Words of a question that are about something else than the hours of the business. */
export function otherWords({ question, language, names = [] }: Asking): string[] {
  const called = wordsIn(names);
  const items = itemsOf(question.slice(0, LONGEST), language, true);
  return items.flatMap(({ other, text }) => (other && !called.has(text) ? text : []));
}

function wordsIn(names: string[]): Set<string> {
  return new Set(tokensOf(names.join(' ')).map(({ text }) => text));
}

/** The question before, where it asked for the hours: the last of those that were asked. */
function goesOnWith({ previous, ...asking }: Asking): HoursQuestion | undefined {
  if (!previous) return undefined;
  const [last, ...earlier] = previous.split(BETWEEN).reverse();
  const before = earlier.reverse().join(' ') || undefined;
  return hoursQuestion({ ...asking, question: last, previous: before });
}

const BETWEEN = /(?<=[?!.])\s+|\s+(?=¿)|\n+/u;

function asksElse(items: Item[], { names: called = [], ofPart }: Asking): boolean {
  const own = wordsIn(called);
  const isElse = (item: Item) =>
    (item.other && !own.has(item.text)) ||
    !!means(item, 'otherwise') ||
    (!ofPart && !!means(item, 'serve')) ||
    (!!item.token?.date && !known(item));
  return items.some(isElse);
}

function known({ token }: Item): boolean {
  const { first, second } = token!.date!;
  return first <= 31 && second <= 31 && (first <= 12 || second <= 12);
}

/** "Are you there on Saturday?" asks for the hours, "are you there?" for an answer. */
function isOfHours(items: Item[], { named, time }: HoursQuestion): boolean {
  const has = hasIn(items);
  if (has('open') || has('close') || has('hours')) return true;
  return has('present') && (named || !!time || has('when'));
}

/** "Can I come on Friday for a cake?" */
function isOfComing(items: Item[], { named, time }: HoursQuestion): boolean {
  return hasIn(items)('coming') && (named || !!time);
}

/** "What time is breakfast?", "is breakfast served on Sunday?" */
function isOfPart(items: Item[], { named, time }: HoursQuestion): boolean {
  const has = hasIn(items);
  // "How long" and "until when" may ask for a term of anything.
  return has('whatTime') || (has('serve') && (named || !!time || has('when')));
}

function questionFrom(items: Item[], now: BusinessNow): HoursQuestion {
  const mentions = mentionsOf(items);
  const has = hasIn(items);
  const [holiday] = mentions.flatMap((mention) => itemMeans(mention, 'holiday') ?? []);
  const [season] = mentions.flatMap((mention) => itemMeans(mention, 'season') ?? []);
  const [part] = mentions.flatMap((mention) => itemMeans(mention, 'part') ?? []);
  const [time] = mentions.flatMap((mention) => (mention.kind === 'time' ? mention : []));
  const months = mentions.flatMap((mention) => (mention.kind === 'months' ? mention.months : []));
  const halved = has('fraction');
  const isNow = mentions.some((mention) => itemMeans(mention, 'relative')?.day === 'now');
  const days = daysIn(mentions, now).map((day) =>
    day.by === 'weekday' && months.length ? inMonth(day, months[0], now) : day,
  );
  const every = mentions.some((one) => one.kind === 'weekdays' && one.weekdays.length === 7);
  const named = every || days.length + months.length > 0 || !!holiday || !!season;
  const anyDay = !named && !isNow && !time && !part && asksWhen(items);
  const ofWeek = (has('hours') || has('which')) && !anyDay;
  const implied = !named && (isNow || !!time || (!ofWeek && !part));
  return {
    days: implied ? [todayOf(now)] : days,
    named,
    general: every || (months.length > 0 && !days.length) || (!named && !implied),
    anyDay,
    months: days.length ? [] : months,
    now: isNow || (implied && !time && !has('when') && !has('close')),
    ...(part && { part: part.part }),
    ...(time && { time: { ...time, sure: time.sure && !halved } }),
    ...(holiday && { holiday }),
    ...(season && { season: season.name }),
    yesOrNo: isYesOrNo(has),
  };
}

function isYesOrNo(has: ReturnType<typeof hasIn>): boolean {
  const asksMore = has('when') || has('which') || has('hours') || has('close');
  return !asksMore && (has('open') || has('present'));
}

function hasIn(items: Item[]): (kind: Meaning['kind']) => boolean {
  return (kind) => items.some((item) => means(item, kind));
}

/** "What time", "until when", not "schedule". */
function asksWhen(items: Item[]): boolean {
  const times = items.filter((item) => means(item, 'when'));
  return times.length > 0 && !times.some((item) => means(item, 'hours'));
}
