import { addDays, weekdayOf } from '../../../config/opening-hours/calendar.js';
import { type Language, wordsOf } from '../../../language/language.js';
import { type BusinessNow, clockTime, openState } from '../business-now.js';
import { DayNotes } from './day-notes.js';
import { capitalised, leadOf } from '../day-names.js';
import type { HoursSection } from './path.js';
import type { AskedDay } from '../days-asked.js';
import type { HoursQuestion } from '../question.js';
import { bestOf, type ReadSections } from './read-sections.js';
import type { HoursNote } from './weekly-hours.js';

export interface HoursAnswer {
  /** Markdown. */
  text: string;
  /** The places of the sections that it is taken from. */
  used: number[];
}

/** Answers with what the documents say of the asked day, in their own words. */
export class DocumentAnswer {
  private readonly says;
  private readonly best: number;
  private readonly groups: string[];
  private readonly days: DayNotes;
  /** Sections that have notes. */
  private readonly quoted: Set<number>;
  private readonly used = new Set<number>();

  constructor(
    private readonly asked: HoursQuestion,
    private readonly language: Language,
    private readonly now: BusinessNow,
    private readonly sections: HoursSection[],
    private readonly read: ReadSections,
  ) {
    this.says = wordsOf(language).time.says;
    const { best, groups } = bestOf(read);
    this.best = best;
    this.groups = groups;
    const notes = read.notes.filter(
      (note) =>
        (groups.includes(note.path.group) && (note.path.rank === best || note.path.rank === 3)) ||
        isExceptionBeside(note),
    );
    this.days = new DayNotes(notes);
    this.quoted = new Set(notes.map(({ section }) => section));
  }

  /** Undefined where no section is about the business's hours. */
  answer(): HoursAnswer | undefined {
    if (!this.groups.length || this.isUnsure()) return undefined;
    const text = this.text();
    return { text, used: [...this.used].sort((a, b) => a - b) };
  }

  /** Without a heading on hours, other days' hours are no answer. */
  private isUnsure(): boolean {
    const { general, days } = this.asked;
    return (
      this.best === 2 && !general && days.some(({ date, by }) => !this.days.on(date, by).length)
    );
  }

  private text(): string {
    const { holiday, season, months, general, anyDay, days } = this.asked;
    if (holiday || season) {
      const named = this.quote(this.days.named(this.asked, this.now));
      return named === undefined
        ? this.whole()
        : [this.byDay(days), named].filter(Boolean).join('\n\n');
    }
    const ofMonths = months.flatMap((month) => this.days.inMonth(month, this.now));
    if (ofMonths.length) return this.quote([...new Set(ofMonths)])!;
    if (general || !days.length) return this.whole();
    return anyDay ? this.todayAndWeek(days[0]) : this.byDay(days);
  }

  /** Nobody knows whether today is meant: today's hours come first, and all of them below. */
  private todayAndWeek(day: AskedDay): string {
    const notes = this.days.on(day.date, day.by);
    const lead = leadOf(day, this.language);
    const today = notes.length ? [lead, this.quote(notes)! + this.state(day)] : [];
    return [...today, this.whole()].join('\n\n');
  }

  /** Day after day; days of which the same is said stand together. */
  private byDay(days: AskedDay[]): string {
    const found = days.map((day) => ({
      day,
      notes: this.days.on(day.date, day.ofMonth ? undefined : day.by),
    }));
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

  /** Whether it is open now, where today's hours are known for certain. */
  private state({ by }: AskedDay): string {
    const today = by === 'today' ? this.days.spansOn(this.now.date) : undefined;
    const yesterday = this.days.spansOn(addDays(this.now.date, -1));
    // What was open last night may still be.
    if (!today || (!yesterday && this.now.minutes < 6 * 60)) return '';
    const tomorrow = this.days.spansOn(addDays(this.now.date, 1)) ?? [];
    const hoursOn = (offset: number) => [yesterday ?? [], today, tomorrow][offset + 1];
    const { open, until } = openState(this.now.minutes, hoursOn);
    if (open) {
      const now = this.line(this.says.openNow(until === undefined ? until : clockTime(until)));
      return openState(this.now.minutes, (offset) => (offset ? [] : today)).open
        ? now
        : `${this.since()}${now}`;
    }
    const later = today.some(({ from }) => from > this.now.minutes);
    return this.line(this.says.closedNow) + (later || this.asked.anyDay ? '' : this.tomorrow());
  }

  /** Last night's hours, where it is open by them. */
  private since(): string {
    const date = addDays(this.now.date, -1);
    const lead = leadOf({ by: 'weekday', date, weekday: weekdayOf(date) }, this.language);
    return `\n\n${lead}\n\n${this.quote(this.days.on(date))}`;
  }

  private line(text: string): string {
    return `\n\n${capitalised(text)}.`;
  }

  /** Who asks at night wants to know of the morning. */
  private tomorrow(): string {
    const date = addDays(this.now.date, 1);
    const notes = this.days.on(date);
    const day = { by: 'tomorrow' as const, date, weekday: weekdayOf(date) };
    return notes.length ? `\n\n${leadOf(day, this.language)}\n\n${this.quote(notes)}` : '';
  }

  /** Notes word for word, a table's rows below its head. */
  private quote(notes: HoursNote[]): string | undefined {
    if (!notes.length) return undefined;
    let head: string | undefined;
    let group: string | undefined;
    const parts = notes.map((note) => {
      this.used.add(note.section);
      const { text, path } = note;
      const place = path.rank === 3 ? path.heading : path.group;
      const isNew = path.rank && place !== group && !text.startsWith(`**${path.label}**`);
      const label = isNew ? `**${heading(place)}**\n\n` : '';
      const above = note.head && (note.head !== head || label) ? `${note.head}\n` : '';
      const between = group === undefined ? '' : note.head && !above ? '\n' : '\n\n';
      ({ head } = note);
      group = place;
      return `${between}${label}${above}${text}`;
    });
    return parts.join('');
  }

  /** Below a heading about something else only what speaks of the hours. */
  private isQuoted(at: number): boolean {
    const isOf = this.groups.includes(this.read.paths[at].group);
    const isHours = isOf && this.best !== 2 && this.read.paths[at].rank !== 2;
    return isHours || this.quoted.has(at);
  }

  /** All that the documents say of the business's hours. */
  private whole(): string {
    const parts = this.sections.flatMap(({ title, section, text }, at) => {
      if (!this.isQuoted(at)) return [];
      this.used.add(at);
      return `**${heading(section ? `${title} > ${section}` : title)}**\n\n${text}`;
    });
    return parts.join('\n\n');
  }
}

/** "Christmas: closed from 24 to 26", in a section of its own. */
function isExceptionBeside({ path, claims }: HoursNote): boolean {
  return path.rank === 2 && path.beside && claims.every(({ days }) => days.dates.length > 0);
}

function heading(path: string): string {
  return path.replaceAll(' > ', ' · ');
}

function sameNotes(one: HoursNote[], other: HoursNote[]): boolean {
  return one.length === other.length && one.every((note, at) => note === other[at]);
}
