import type { Span } from '../../../config/opening-hours/rule.js';
import type { PartOfDay } from '../../../language/time/words.js';
import { isAnd, isTo, type Item, means } from './items.js';

const HOUR = 60;
const DAY = 24 * HOUR;
const HALF_DAY = DAY / 2;

/** A time of day in minutes; not `sure` where it may be meant of the other half of the day. */
export interface Clock {
  minutes: number;
  sure: boolean;
}

/** A time as it stands, before its neighbours say which half of the day it means. */
interface Reading {
  minutes: number;
  half?: 'am' | 'pm';
  /** It is a time by itself, not a bare number. */
  marked: boolean;
  /** Minutes past midnight are written with two figures each: 08:00. */
  padded: boolean;
  next: number;
}

/** "de 9 a 14", "9:00–14:00", "between 9 and 5 pm". A span ends after it begins. */
export function spanAt(
  items: Item[],
  start: number,
): { mention: { kind: 'span'; sure: boolean } & Span; next: number } | undefined {
  const between = !!means(items[start], 'between');
  const from = readingAt(items, between ? start + 1 : start);
  if (!from) return undefined;
  const joined = isTo(items[from.next]) || (between && isAnd(items[from.next]));
  if (!joined) return undefined;
  const to = readingAt(items, from.next + 1);
  if (!to || (!from.marked && !to.marked && !standsAlone(items[to.next]))) return undefined;
  return { mention: { kind: 'span', ...spanOf(from, to) }, next: to.next };
}

/** A number and what it counts is no time: "2 to 4 people". */
function standsAlone(item: Item | undefined): boolean {
  return !item?.other;
}

function spanOf(from: Reading, to: Reading): Span & { sure: boolean } {
  const begin = half(
    from,
    from.half ?? (to.half === 'pm' && before(from, to) ? 'pm' : to.half && 'am'),
  );
  let end = half(to, to.half);
  // "1 to 5 pm" says which half it means by the later time, "8 to 10 pm" leaves it open.
  let sure =
    !!from.half ||
    !to.half ||
    from.minutes % HALF_DAY > to.minutes % HALF_DAY ||
    from.minutes >= HALF_DAY;
  if (!to.half && to.minutes <= HALF_DAY && !to.padded)
    sure &&= begin >= 13 * HOUR || isMorning(begin, to);
  if (!from.half && !to.half && begin < 6 * HOUR && !from.padded) sure = false;
  if (end <= begin) end += DAY;
  return { from: begin, to: end, sure };
}

/** From a morning hour to one before noon: 8:00 to 12:00. */
function isMorning(begin: number, to: Reading): boolean {
  return begin >= 6 * HOUR && to.minutes > begin && to.minutes <= HALF_DAY;
}

function before(from: Reading, to: Reading): boolean {
  return from.minutes % HALF_DAY < to.minutes % HALF_DAY && from.minutes <= HALF_DAY;
}

/** The minutes of a reading in a half of the day: 12 am is midnight, 12 pm is noon. */
function half({ minutes }: Reading, half: 'am' | 'pm' | undefined): number {
  if (!half || minutes >= HALF_DAY + HOUR) return minutes;
  return (minutes % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0);
}

/** One time: "20:30", "8 pm", "a las 9 de la noche", "at nine". */
export function timeAt(
  items: Item[],
  start: number,
): { mention: { kind: 'time' } & Clock; next: number } | undefined {
  let at = start;
  while (means(items[at], 'to') ?? means(items[at], 'at')) at++;
  if (at > start && spanAt(items, at)) return undefined;
  const reading = readingAt(items, at, at > start);
  if (!reading || (!reading.marked && at === start)) return undefined;
  const minutes = half(reading, reading.half);
  const sure = !!reading.half || reading.padded || minutes >= HALF_DAY + HOUR || minutes === 0;
  return { mention: { kind: 'time', minutes: minutes % DAY, sure }, next: reading.next };
}

function readingAt(items: Item[], start: number, named = false): Reading | undefined {
  let at = start;
  while (means(items[at], 'at')) at++;
  const plain = plainAt(items[at], named || at > start);
  if (!plain) return undefined;
  const part = means(items[at + 1], 'part')?.part;
  const told = part && !plain.half ? halfOf(part, plain.minutes) : undefined;
  // "A las 9 esta noche" also says which day.
  const spent = told && !means(items[at + 1], 'relative');
  return { ...plain, ...(told && { half: told }), next: at + (spent ? 2 : 1) };
}

function plainAt(item: Item | undefined, named: boolean): Omit<Reading, 'next'> | undefined {
  const clock = means(item, 'clock');
  if (clock) return { minutes: clock.hour * HOUR, marked: true, padded: true };
  const hour = means(item, 'hour')?.hour;
  if (hour && named) return { minutes: hour * HOUR, marked: false, padded: false };
  const { time, number, text } = item?.token ?? {};
  if (time) {
    const { hour, minute, meridiem } = time;
    const padded = text!.startsWith('0');
    return { minutes: hour * HOUR + minute, half: meridiem, marked: true, padded };
  }
  if (number === undefined || number > 24) return undefined;
  return { minutes: number * HOUR, marked: false, padded: false };
}

/** "Las 9 de la noche" is 21:00; "las 2 de la madrugada" is said in several ways, and left open. */
function halfOf(part: PartOfDay, minutes: number): 'am' | 'pm' | undefined {
  if (minutes > HALF_DAY) return undefined;
  if (part === 'morning') return 'am';
  if (part === 'noon') return minutes === HALF_DAY || minutes <= 4 * HOUR ? 'pm' : undefined;
  if (part === 'night') return minutes >= 6 * HOUR && minutes < HALF_DAY ? 'pm' : undefined;
  return 'pm';
}
