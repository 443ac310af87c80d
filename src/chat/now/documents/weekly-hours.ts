import type { Weekday } from '../../../config/opening-hours/calendar.js';
import type { Language } from '../../../language/language.js';
import { type Block, plainText, type Table } from '../../../markdown/model.js';
import { read } from '../../../markdown/read.js';
import { markdownOf } from '../../../markdown/source.js';
import { type Claim, type Statement, statementOf } from './claims.js';
import { type Days, inSeason, isSeasonal, namesDays, noDays } from './days.js';
import type { Path } from './path.js';
import { piecesOf } from './pieces.js';
import { tableNotes } from './tables.js';

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
  /** It is of a part of the business: the kitchen, the sales department. */
  ofPart: boolean;
}

/** A text with so many days is a business's week, where its heading calls it nothing else. */
const WEEK = 5;

/** Reads the blocks of one section. */
export class SectionReader {
  private readonly notes: HoursNote[] = [];
  /** A line that only names days: it is for what follows. */
  private label?: { text: string; days: Days };
  /** It tells a week's days under a heading that names nothing else. */
  private ofWeek = false;
  /** The days that the last heading names. */
  private above?: Days;
  /** The season that a sentence began with. */
  private season?: Days;

  constructor(
    private readonly section: number,
    private readonly path: Path,
    private readonly language: Language,
    private readonly called: Set<string>,
  ) {}

  read(text: string): HoursNote[] {
    const blocks = read(text);
    const { size } = new Set(blocks.flatMap((block) => this.daysOf(block)));
    this.ofWeek = this.path.plain && size >= (this.path.heading.includes(' > ') ? WEEK : WEEK + 1);
    for (const block of blocks) this.block(block);
    return this.notes;
  }

  /** The days of which something is said that names nothing else. */
  private daysOf(block: Block): Weekday[] {
    if (block.kind !== 'list' && block.kind !== 'paragraph') return [];
    const parts =
      block.kind === 'list'
        ? block.items.map((item) => markdownOf({ ...block, items: [item] }))
        : piecesOf(markdownOf(block), (part) => this.isWhole(part));
    const said = parts.map((part) => this.say(part)).filter(({ subject }) => !subject);
    return said.flatMap(({ claims }) =>
      claims.filter(saysHours).flatMap(({ days }) => days.weekdays),
    );
  }

  private block(block: Block): void {
    if (block.kind === 'table') this.table(block);
    else if (block.kind === 'list')
      for (const item of block.items)
        this.statement(markdownOf({ kind: 'list', items: [{ ...item, gap: '' }], gap: '' }));
    else if (block.kind === 'heading') this.heading(plainText(block.content));
    else if (block.kind === 'quote') for (const inner of block.blocks) this.block(inner);
    else
      for (const piece of piecesOf(markdownOf(block), (part) => this.isWhole(part))) {
        this.statement(piece);
        this.carry(piece);
      }
  }

  /** "In July Monday to Friday 8 to 15, Saturdays closed": the season holds to the sentence's end. */
  private carry(piece: string): void {
    const [first] = this.say(piece).claims;
    if (/[.!?…]$/.test(piece)) this.season = undefined;
    else if (!this.season && first && isSeasonal(first.days)) this.season = first.days;
    else this.season ??= noDays();
  }

  private heading(text: string): void {
    const { claims } = this.say(text);
    this.above = claims[0]?.days;
    this.label = claims.length ? { text: `**${text}**`, days: claims[0].days } : undefined;
  }

  private statement(text: string): void {
    const said = this.say(text);
    if (!said.claims.length) return this.further(text, said);
    this.label = undefined;
    const { claims, ofHours, others } = said;
    const [{ days }] = claims;
    const isDated = claims.some((claim) => claim.days.dates.length > 0);
    const isLabel = claims.length === 1 && !saysHours(claims[0]) && !ofHours;
    // "From 26 to 30 December only emergencies" is an exception without hours.
    const isException = isDated && others && this.path.rank !== 2;
    if (this.isAbout(said) && isLabel && !isException) this.label = { text, days };
    else if (this.isAbout(said)) this.note({ claims, text, ofPart: false });
    else if (claims.every(saysHours) && this.path.rank !== 2)
      this.note({ claims, text, ofPart: true });
  }

  /** What names no day: of the days of the line before it, or of the heading's. */
  private further(text: string, said: Statement): void {
    const about = this.isAbout(said) && !!said.rest && (saysHours(said.rest) || said.ofHours);
    if (this.label && about) {
      const { days, text: label } = this.label;
      this.label = undefined;
      this.note({
        claims: [{ ...said.rest!, days }],
        text: `${label}\n${text}`,
        ofPart: false,
      });
      return;
    }
    const last = this.notes.at(-1);
    if (last && !last.head && about) this.append(last, text, said.rest!);
    else if (namesDays(this.path.days) && (about || !last))
      this.note({
        claims: [{ ...said.rest!, days: this.path.days, sure: said.rest!.sure && about }],
        text: `**${this.path.label}**\n\n${text}`,
        ofPart: false,
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
    for (const note of notes) if (this.isAbout(note.said)) this.note({ ...note, ofPart: false });
  }

  private say(text: string): Statement {
    return statementOf(text, this.language, this.called);
  }

  /** Whether a statement is of the business's hours: it says so, or its heading does. */
  private isAbout({ claims, subject, ofHours, we }: Statement): boolean {
    const isHours = this.path.rank !== 2;
    // "The clinic is closed from 24 to 31 December": who keeps that back tells the wrong hours.
    const dated = claims.some(({ days }) => days.dates.length + days.months.length > 0);
    if (subject) return (ofHours && we) || (dated && isHours);
    return ofHours || isHours || this.ofWeek || (dated && this.path.beside);
  }

  private isWhole(part: string): boolean {
    const { claims } = this.say(part);
    return claims.length > 0 && claims.every(saysHours);
  }

  private note({ text, head, ofPart, ...note }: Omit<HoursNote, 'section' | 'path'>): void {
    const claims = note.claims.map((claim) => {
      const here = inSeason(inSeason(claim.days, this.season), this.above);
      const days = inSeason(here, this.path.days);
      return { ...claim, days, sure: claim.sure && !days.seasons.length };
    });
    this.notes.push({
      claims,
      text,
      ...(head && { head }),
      section: this.section,
      path: this.path,
      ofPart: ofPart || this.path.rank === 3,
    });
  }
}

function saysHours({ spans, closed, sure }: Claim): boolean {
  return spans.length > 0 || closed || sure;
}
