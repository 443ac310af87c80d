// The server's own reader: it has no part of the server in it.
import { OpeningHours } from '../../../src/config/opening-hours/opening-hours.js';
import type { Span } from '../../../src/config/opening-hours/rule.js';

/** Opening hours as a table has them. */
export interface Week {
  /** From Monday on; no spans: closed. */
  days: Span[][];
  /** Undefined: nothing is said of public holidays. */
  holidays?: Span[];
  /** Rules for dates, each as it is written. */
  special: string[];
}

const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const DAY = 24 * 60;

/** What a text says, or why it can't be read. */
export function weekOf(text: string): Week | { unreadable: string } {
  try {
    const hours = new OpeningHours(text);
    const parts = text.split(/[;\n]/).map((part) => part.trim());
    return {
      days: NAMES.map((_, at) => hours.ofWeekday(at + 1)),
      holidays: hours.onHolidays(),
      special: parts.filter((part) => part && new OpeningHours(part).rules[0].dates.length > 0),
    };
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
}

/** The text that says it: days that follow each other and have the same hours stand together. */
export function textOf({ days, holidays, special }: Week): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const [at, spans] of days.entries()) {
    const hours = written(spans);
    const last = groups.at(-1);
    if (last?.hours === hours) last.last = at;
    else groups.push({ first: at, last: at, hours });
  }
  const rules = groups.map(({ first, last, hours }) => {
    const name = first === last ? NAMES[first] : `${NAMES[first]}-${NAMES[last]}`;
    return `${name} ${hours}`;
  });
  if (holidays) rules.push(`PH ${written(holidays)}`);
  return [...rules, ...special.filter((rule) => rule.trim())].join('; ');
}

function written(spans: Span[]): string {
  const times = spans.map(({ from, to }) => `${clock(from)}-${to === DAY ? '24:00' : clock(to)}`);
  return times.join(',') || 'off';
}

/** `09:30` of minutes since midnight, over it too. */
export function clock(minutes: number): string {
  const within = minutes % DAY;
  return [Math.floor(within / 60), within % 60].map((n) => String(n).padStart(2, '0')).join(':');
}

/** A span between two times of the clock; one that ends no later than it begins ends on the next day. */
export function spanOf(from: string, to: string): Span {
  const [begin, end] = [from, to].map((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { from: begin, to: end > begin ? end : end + DAY };
}

/** Whether a day can have more hours after those that it has. */
export const isRoomAfter = (spans: Span[]) => (spans.at(-1)?.to ?? 0) < DAY - 60;

/** The hours that are proposed after those that a day has. */
export function spanAfter(spans: Span[]): Span {
  const last = spans.at(-1);
  if (!last) return { from: 9 * 60, to: 17 * 60 };
  const from = Math.min(last.to + 60, DAY - 60);
  return { from, to: Math.min(from + 3 * 60, DAY) };
}

/** What somebody begins with who has set none. */
export const USUAL = 'Mo-Fr 09:00-17:00; Sa-Su off';
