import {
  addDays,
  type CalendarDate,
  instantOf,
  type Weekday,
  weekdayOf,
} from '../../config/opening-hours/calendar.js';
import { type Language, ofEach, wordsOf } from '../../language/language.js';
import type { BusinessNow } from './business-now.js';
import type { AskedDay } from './days-asked.js';

const formats = ofEach((_, language) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  return {
    weekday: format({ weekday: 'long' }),
    date: format({ day: 'numeric', month: 'long' }),
    whole: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
  };
});

/** "sábado", "Saturday". */
export function weekdayName(weekday: Weekday, language: Language): string {
  // 1 January 2024 was a Monday.
  return formats[language].weekday.format(instantOf({ year: 2024, month: 1, day: weekday }));
}

/** "24 de diciembre", "December 24". */
export function dateName(date: CalendarDate, language: Language): string {
  return formats[language].date.format(instantOf(date));
}

/** A date with its weekday. */
export function wholeDateName(date: CalendarDate, language: Language): string {
  return formats[language].whole.format(instantOf(date));
}

export function listOf(parts: string[], language: Language): string {
  return formats[language].list.format(parts);
}

/** "today, Saturday,", "on Monday", "on Monday, December 28": a day from today on. */
export function dayFromNow({ date: today }: BusinessNow, days: number, language: Language): string {
  const { says } = wordsOf(language).time;
  const date = addDays(today, days);
  const name = weekdayName(weekdayOf(date), language);
  if (days === 0) return says.today(name);
  if (days === 1) return says.tomorrow(name);
  return says.on(days < 7 ? name : wholeDateName(date, language));
}

/** The words above what a document says of a day: "Mañana es domingo:". */
export function leadOf({ by, date, weekday }: AskedDay, language: Language): string {
  const { says } = wordsOf(language).time;
  const name = weekdayName(weekday, language);
  if (by === 'today') return capitalised(says.isToday(name));
  if (by === 'tomorrow') return capitalised(says.isTomorrow(name));
  if (by === 'dayAfterTomorrow') return capitalised(says.isDayAfterTomorrow(name));
  if (by === 'date') return capitalised(says.isDate(dateName(date, language), name));
  return `${capitalised(name)}:`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
