const DAY = 86_400_000;

/** To make a format takes a hundred times as long as to use it, and rows are many. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + Object.entries(options).flat().join();
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** As lists show it: of today the time, then yesterday, the day of the week, the date. */
export function shortTime(iso: string, now: number, locale: string, yesterday: string): string {
  const at = Date.parse(iso);
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days <= 0) return clock(iso, locale);
  if (days === 1) return yesterday;
  if (days < 7) return format(locale, { weekday: 'short' }).format(at);
  return format(locale, { day: 'numeric', month: 'short', year: '2-digit' }).format(at);
}

/** The time of the day. */
export function clock(iso: string, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit' }).format(Date.parse(iso));
}

/** All of it. */
export function exact(iso: string, locale: string): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(Date.parse(iso));
}

/** The day, as it is written between messages. */
export function dayOf(iso: string, now: number, locale: string): string {
  const at = Date.parse(iso);
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days > 1) return format(locale, { dateStyle: 'long' }).format(at);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
}

/** Whether two moments are of one day. */
export const sameDay = (one: string, other: string): boolean =>
  midnight(Date.parse(one)) === midnight(Date.parse(other));
