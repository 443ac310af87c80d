import { addDays, type CalendarDate, weekdayOf } from '../../../config/opening-hours/calendar.js';
import type { Span } from '../../../config/opening-hours/rule.js';
import { type Language, wordsOf } from '../../../language/language.js';
import { type BusinessNow, clockTime, openState } from '../business-now.js';
import { fit } from './claims.js';
import { capitalised, leadOf } from '../day-names.js';
import type { HoursSection } from './path.js';
import type { AskedDay, HoursQuestion } from '../question.js';
import type { HoursNote, ReadSections } from './weekly-hours.js';

export interface HoursAnswer {
  /** Markdown. */
  text: string;
  /** The places of the sections that it is taken from. */
  used: number[];
}

/** Groups of sections that are quoted beside each other where none is surely the business's. */
const MOST_GROUPS = 3;

/** Answers with what the documents say of the asked day, in their own words. */
export class DocumentAnswer {
  private readonly says;
  private readonly groups: string[];
  private readonly notes: HoursNote[];
  private readonly used = new Set<number>();

  constructor(
    private readonly asked: HoursQuestion,
    private readonly language: Language,
    private readonly now: BusinessNow,
    private readonly sections: HoursSection[],
    private readonly read: ReadSections,
  ) {
    this.says = wordsOf(language).time.says;
    // Hours that can't be read by days are still hours.
    const paths = read.notes.length ? read.notes.map(({ path }) => path) : read.paths;
    const best = Math.min(...paths.map(({ rank }) => rank ?? Infinity));
    const groups = paths.filter(({ rank }) => rank === best).map(({ group }) => group);
    const most = best === 1 ? MOST_GROUPS : 1;
    this.groups = best === 2 && !read.notes.length ? [] : [...new Set(groups)].slice(0, most);
    this.notes = read.notes.filter(
      ({ path }) => path.rank === best && this.groups.includes(path.group),
    );
  }

  /** Undefined where no section is about the business's hours. */
  answer(): HoursAnswer | undefined {
    if (!this.groups.length) return undefined;
    const text = this.text();
    return { text, used: [...this.used].sort((a, b) => a - b) };
  }

  private text(): string {
    const { holiday, season, general, days } = this.asked;
    if (holiday || season) {
      const named = this.quote(this.named());
      return named === undefined
        ? this.whole()
        : [this.byDay(days), named].filter(Boolean).join('\n\n');
    }
    if (general || !days.length) return this.whole();
    return this.byDay(days);
  }

  /** What is said of a holiday or a season by its name or its date, else of holidays in general. */
  private named(): HoursNote[] {
    const { holiday, season } = this.asked;
    const name = holiday?.name ?? season;
    const date = holiday?.date;
    const year = this.now.date.year;
    const own = this.notes.filter(({ claims }) =>
      claims.some(
        ({ days }) =>
          (name && days.names.includes(name)) || (date && fit(days, { year, ...date }, 0) === 2),
      ),
    );
    return own.length ? own : this.onHolidays();
  }

  private onHolidays(): HoursNote[] {
    return this.notes.filter(({ claims }) => claims.some(({ days }) => days.holidays));
  }

  /** Day after day; days of which the same is said stand together. */
  private byDay(days: AskedDay[]): string {
    const found = days.map((day) => ({ day, notes: this.notesOn(day.date, day.by) }));
    if (found.some(({ notes }) => !notes.length)) {
      const leads = days.map((day) => leadOf(day, this.language)).join('\n');
      return `${leads}\n\n${this.whole()}`;
    }
    const parts = found.flatMap(({ day, notes }, at) => {
      const again = found[at + 1] && sameNotes(found[at + 1].notes, notes);
      const lead = leadOf(day, this.language);
      return again ? lead : `${lead}\n\n${this.quote(notes)!}${this.state(day)}`;
    });
    return parts.join('\n\n');
  }

  /**
   * What is said of the date itself, else of its weekday and, where a date is asked for, of holidays.
   * Of any Monday, what is said of Mondays and of the next one.
   */
  private notesOn(date: CalendarDate, by?: AskedDay['by']): HoursNote[] {
    const fits = (note: HoursNote) =>
      Math.max(0, ...note.claims.map(({ days }) => fit(days, date, weekdayOf(date))));
    const exact = this.notes.filter((note) => fits(note) === 2);
    if (exact.length && by !== 'weekday') return exact;
    const weekly = this.notes.filter((note) => fits(note) === 1);
    const holidays = by === 'date' && weekly.length ? this.onHolidays() : [];
    return [...new Set([...exact, ...weekly, ...holidays])];
  }

  /** Whether it is open now, where today's hours are known for certain. */
  private state({ by }: AskedDay): string {
    const today = by === 'today' ? this.spansOn(this.now.date) : undefined;
    const yesterday = this.spansOn(addDays(this.now.date, -1));
    // What was open last night may still be.
    if (!today || (!yesterday && this.now.minutes < 6 * 60)) return '';
    const tomorrow = this.spansOn(addDays(this.now.date, 1)) ?? [];
    const hoursOn = (offset: number) => [yesterday ?? [], today, tomorrow][offset + 1];
    const { open, until } = openState(this.now.minutes, hoursOn);
    if (open) {
      const now = this.line(this.says.openNow(until === undefined ? until : clockTime(until)));
      return openState(this.now.minutes, (offset) => (offset ? [] : today)).open
        ? now
        : `${this.since()}${now}`;
    }
    const later = today.some(({ from }) => from > this.now.minutes);
    return this.line(this.says.closedNow) + (later ? '' : this.tomorrow());
  }

  /** Last night's hours, where it is open by them. */
  private since(): string {
    const date = addDays(this.now.date, -1);
    const lead = leadOf({ by: 'weekday', date, weekday: weekdayOf(date) }, this.language);
    return `\n\n${lead}\n\n${this.quote(this.notesOn(date))}`;
  }

  private line(text: string): string {
    return `\n\n${capitalised(text)}.`;
  }

  /** Who asks at night wants to know of the morning. */
  private tomorrow(): string {
    const date = addDays(this.now.date, 1);
    const notes = this.notesOn(date);
    const day = { by: 'tomorrow' as const, date, weekday: weekdayOf(date) };
    return notes.length ? `\n\n${leadOf(day, this.language)}\n\n${this.quote(notes)}` : '';
  }

  /** The hours of a date; undefined unless one place says them, and can be read in one way only. */
  private spansOn(date: CalendarDate): Span[] | undefined {
    const notes = this.notesOn(date);
    const best =
      notes.length === 1
        ? notes[0].claims.map((claim) => ({ claim, fit: fit(claim.days, date, weekdayOf(date)) }))
        : [];
    const [first, second] = best.filter((one) => one.fit > 0).sort((a, b) => b.fit - a.fit);
    return first?.claim.sure && second?.fit !== first.fit ? first.claim.spans : undefined;
  }

  /** Notes word for word, a table's rows below its head. */
  private quote(notes: HoursNote[]): string | undefined {
    if (!notes.length) return undefined;
    let head: string | undefined;
    let group: string | undefined;
    const parts = notes.map((note) => {
      this.used.add(note.section);
      const { text, path } = note;
      const isNew = path.rank && path.group !== group && !text.startsWith(`**${path.label}**`);
      const label = isNew ? `**${heading(path.group)}**\n\n` : '';
      const above = note.head && (note.head !== head || label) ? `${note.head}\n` : '';
      const between = group === undefined ? '' : note.head && !above ? '\n' : '\n\n';
      ({ head } = note);
      ({ group } = path);
      return `${between}${label}${above}${text}`;
    });
    return parts.join('');
  }

  /** All that the documents say of the business's hours. */
  private whole(): string {
    const parts = this.sections.flatMap(({ title, section, text }, at) => {
      if (!this.groups.includes(this.read.paths[at].group)) return [];
      this.used.add(at);
      return `**${heading(section ? `${title} > ${section}` : title)}**\n\n${text}`;
    });
    return parts.join('\n\n');
  }
}

function heading(path: string): string {
  return path.replaceAll(' > ', ' · ');
}

function sameNotes(one: HoursNote[], other: HoursNote[]): boolean {
  return one.length === other.length && one.every((note, at) => note === other[at]);
}
