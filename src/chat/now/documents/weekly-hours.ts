import { type Language, languages } from '../../../language/language.js';
import { type Block, plainText, type Table } from '../../../markdown/model.js';
import { read } from '../../../markdown/read.js';
import { markdownOf } from '../../../markdown/source.js';
import { type Claim, type Days, namesDays, type Statement, statementOf } from './claims.js';
import { itemsOf, means } from '../words/items.js';
import { type HoursSection, type Path, pathOf } from './path.js';
import { piecesOf } from './pieces.js';
import { tableNotes } from './tables.js';
import { tokensOf } from '../words/tokens.js';

/** What a document says of certain days, in its own words. */
export interface HoursNote {
  claims: Claim[];
  /** Markdown, word for word. */
  text: string;
  /** A table's columns and the line below them: quoted once above its rows. */
  head?: string;
  /** The place of its section among those that were given. */
  section: number;
  path: Path;
}

/** The sections as they were read: what each says of which days, in the document's order. */
export interface ReadSections {
  notes: HoursNote[];
  paths: Path[];
}

/** Reads what sections of documents say of the business's hours; what is about else is left out. */
export function notesOf(sections: HoursSection[], names: string[], asked: Language): ReadSections {
  const read = sections.map((section, at) => {
    const language = languageIn(section, asked);
    const own = wordsIn(names.join(' '));
    const called = calledIn(section, own, language);
    const path = pathOf(section, language, own, called);
    const notes =
      path.rank === undefined
        ? []
        : new SectionReader(at, path, language, called).read(section.text);
    return { notes, path };
  });
  return { notes: read.flatMap(({ notes }) => notes), paths: read.map(({ path }) => path) };
}

/** What the business is called by here: its names, and a title that isn't about hours itself. */
function calledIn({ title }: HoursSection, names: Set<string>, language: Language): Set<string> {
  const { ofHours } = statementOf(title, language, names);
  return ofHours ? names : new Set([...names, ...wordsIn(title)]);
}

function wordsIn(text: string): Set<string> {
  return new Set(tokensOf(text).map((token) => token.text));
}

/** The language with the most words for days and hours here: a table may have no others. */
function languageIn({ title, section, text }: HoursSection, asked: Language): Language {
  const points = (language: Language) =>
    itemsOf(`${title} . ${section} . ${text}`, language).filter(
      (item) =>
        means(item, 'weekdays') ??
        means(item, 'month') ??
        means(item, 'open') ??
        means(item, 'close') ??
        means(item, 'hours'),
    ).length;
  return [asked, ...languages].reduce((best, one) => (points(one) > points(best) ? one : best));
}

/** A table with rows for so many days is a business's week, whatever its headings call it. */
const WEEK = 5;

/** Reads the blocks of one section. */
class SectionReader {
  private readonly notes: HoursNote[] = [];
  /** A line that only names days: it is for what follows. */
  private label?: { text: string; days: Days };

  constructor(
    private readonly section: number,
    private readonly path: Path,
    private readonly language: Language,
    private readonly called: Set<string>,
  ) {}

  read(text: string): HoursNote[] {
    for (const block of read(text)) this.block(block);
    return this.notes;
  }

  private block(block: Block): void {
    if (block.kind === 'table') this.table(block);
    else if (block.kind === 'list')
      for (const item of block.items)
        this.statement(markdownOf({ kind: 'list', items: [{ ...item, gap: '' }], gap: '' }));
    else if (block.kind === 'heading') this.heading(plainText(block.content));
    else if (block.kind === 'quote') for (const inner of block.blocks) this.block(inner);
    else
      for (const piece of piecesOf(markdownOf(block), (part) => this.isWhole(part)))
        this.statement(piece);
  }

  private heading(text: string): void {
    const { claims } = this.say(text);
    this.label = claims.length ? { text: `**${text}**`, days: claims[0].days } : undefined;
  }

  private statement(text: string): void {
    const said = this.say(text);
    if (said.claims.length) {
      this.label = undefined;
      if (!this.isAbout(said)) return;
      if (said.claims.length === 1 && !saysHours(said.claims[0]) && !said.ofHours)
        this.label = { text, days: said.claims[0].days };
      else this.note({ claims: said.claims, text });
    } else this.further(text, said);
  }

  /** What names no day: of the days of the line before it, or of the heading's. */
  private further(text: string, said: Statement): void {
    const about = this.isAbout(said) && !!said.rest && (saysHours(said.rest) || said.ofHours);
    if (this.label && about) {
      const { days, text: label } = this.label;
      this.label = undefined;
      this.note({ claims: [{ ...said.rest!, days }], text: `${label}\n${text}` });
      return;
    }
    const last = this.notes.at(-1);
    if (last && !last.head && about) this.append(last, text, said.rest!);
    else if (namesDays(this.path.days) && (about || !last))
      this.note({
        claims: [{ ...said.rest!, days: this.path.days, sure: said.rest!.sure && about }],
        text: `**${this.path.label}**\n\n${text}`,
      });
  }

  private append(note: HoursNote, text: string, rest: Claim): void {
    note.text += `${text.startsWith('- ') ? '\n' : ' '}${text}`;
    const last = note.claims.at(-1)!;
    // "From 9:00 to 14:00. Closed in the afternoon." A second part's hours may be of anything.
    const again = statementOf(note.text, this.language, this.called).claims.at(-1) ?? last;
    last.sure &&= again.sure && note.claims.length === 1;
    if (rest.spans.length) last.spans.push(...rest.spans);
  }

  private table(table: Table): void {
    const notes = tableNotes(table, (text) => this.say(text));
    const isWeek = notes.filter(({ claims }) => claims.some(isOfWeekday)).length >= WEEK;
    for (const note of notes) if (isWeek || this.isAbout(note.said)) this.note(note);
  }

  private say(text: string): Statement {
    return statementOf(text, this.language, this.called);
  }

  /** Whether a statement is of the business's hours: it says so, or its heading does. */
  private isAbout({ claims, subject, ofHours, we }: Statement): boolean {
    // "The clinic is closed from 24 to 31 December": who keeps that back tells the wrong hours.
    const dated = claims.some(({ days }) => days.dates.length + days.months.length > 0);
    if (subject) return ofHours && (we || (dated && this.path.rank !== 2));
    return ofHours || this.path.rank !== 2;
  }

  private isWhole(part: string): boolean {
    const { claims } = this.say(part);
    return claims.length > 0 && claims.every(saysHours);
  }

  private note({ text, head, ...note }: Omit<HoursNote, 'section' | 'path'>): void {
    // A heading's month or season binds all that is said below it.
    const { months, names } = this.path.days;
    const claims = note.claims.map((claim) => ({
      ...claim,
      days: {
        ...claim.days,
        months: claim.days.months.length ? claim.days.months : months,
        names: claim.days.names.length ? claim.days.names : names,
      },
      sure: claim.sure && !names.length,
    }));
    this.notes.push({
      claims,
      text,
      ...(head && { head }),
      section: this.section,
      path: this.path,
    });
  }
}

function isOfWeekday({ days }: Claim): boolean {
  return days.weekdays.length > 0;
}

function saysHours({ spans, closed, sure }: Claim): boolean {
  return spans.length > 0 || closed || sure;
}
