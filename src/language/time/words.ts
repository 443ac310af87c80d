/** Days that a customer names by their distance from today. */
export type RelativeDay = 'today' | 'now' | 'tomorrow' | 'dayAfterTomorrow';

/** Several weekdays under one name. */
export type WeekdayGroup = 'weekend' | 'workdays' | 'everyDay';

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/**
 * How a language speaks of days, times and opening hours: in questions, in documents, in answers.
 * Phrases are separated by `|`, in lower case. Accents make no difference. One phrase may stand in
 * several places: "esta tarde" is today, and in the afternoon.
 */
export interface TimeWords {
  /** The seven weekdays from Monday, each with its forms and its usual misspellings. */
  weekdays: string;
  /** Their abbreviations in the same order: in documents, and in questions about the hours. */
  weekdaysShort: string;
  /** The twelve months with their abbreviations. */
  months: string;
  days: Record<RelativeDay, string>;
  groups: Record<WeekdayGroup, string>;
  parts: Record<PartOfDay, string>;
  /** Public holidays in general. */
  holiday: string;
  /** Holidays with a date of their own, by month and day: `12-25`. */
  holidays: Record<string, string>;
  /** Times of the year without a fixed date: Easter, summer, high season. */
  seasons: string;
  /** Hours with a name of their own, by the clock. */
  clock: Record<string, string>;
  /** The hours from one to twelve, as words, separated by spaces. */
  hourNames: string;

  /** From one to another, one and another, between, the hour that follows, and so on. */
  to: string;
  and: string;
  between: string;
  at: string;
  /** Half an hour and the like: the hour is then not the time. */
  fractions: string;
  next: string;
  except: string;
  /** Before a day that another one is compared with: "as on Sundays". */
  like: string;

  /** Verbs and nouns of opening and of closing in all persons. */
  open: string;
  close: string;
  /** What asks for the hours, or for coming by, without either of them. */
  hours: string;
  /** What asks for the days, where nothing else is asked: "which days?" */
  which: string;
  /** Being there: with a day or an hour it asks for the hours. */
  present: string;
  /** Coming by: with a day or an hour it asks for the hours, whatever for. */
  coming: string;
  /** Verbs of what a part of the business does at certain hours: breakfast "is served". */
  serve: string;
  /** In a document: closed all day. */
  closed: string;
  /** In a document: the business speaks of itself. */
  we: string;
  /** What asks for a time rather than yes or no. */
  when: string;
  /** What asks for a time of day and for nothing else; each stands in `when`, too. */
  whatTime: string;
  /** Businesses by their trade: the business as a whole, unless it has other departments. */
  trades: string;
  /** Words for the business as a whole, and words that change nothing. */
  filler: string;
  /** Phrases with which a question is about something else after all. */
  otherwise: string;
  /** Substitutions by which people misspell, in pairs: `bv` for b and v. */
  confused: string;

  says: TimeSentences;
}

/** Parts of answers. They begin in lower case, and have no full stop. */
export interface TimeSentences {
  today: (weekday: string) => string;
  tomorrow: (weekday: string) => string;
  dayAfterTomorrow: (weekday: string) => string;
  /** On a weekday, or on one with its date. */
  on: (day: string) => string;
  onHolidays: string;
  /** A range of weekdays at the beginning of a line. */
  fromTo: (first: string, last: string) => string;
  open: (day: string, hours: string) => string;
  closed: (day: string) => string;
  from: (from: string, to: string) => string;
  allDay: string;
  /** The word beside a day without hours. */
  shut: string;
  yes: string;
  no: string;
  openNow: (until?: string) => string;
  closedNow: string;
  opensAt: (day: string, time: string) => string;
  /** Leads before what a document says. */
  isToday: (weekday: string) => string;
  isTomorrow: (weekday: string) => string;
  isDayAfterTomorrow: (weekday: string) => string;
  isDate: (date: string, weekday: string) => string;
}
