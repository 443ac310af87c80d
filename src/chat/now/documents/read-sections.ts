import { type Language, languages } from '../../../language/language.js';
import { itemsOf, means } from '../words/items.js';
import { tokensOf } from '../words/tokens.js';
import { statementOf } from './claims.js';
import { isSeasonal } from './days.js';
import { type HoursSection, type Path, pathOf } from './path.js';
import { type HoursNote, SectionReader } from './weekly-hours.js';

/** The sections as they were read: what each says of which days, in the document's order. */
export interface ReadSections {
  notes: HoursNote[];
  paths: Path[];
}

/**
 * Reads what sections of documents say of the business's hours; what is about else is left out. With
 * `ofPart` the sections are those of something that the names name.
 */
export function notesOf(
  sections: HoursSection[],
  names: string[],
  asked: Language,
  ofPart = false,
): ReadSections {
  const found = sections.map((section) => {
    const language = languageIn(section, asked);
    const own = wordsIn(names.join(' '));
    const called = calledIn(section, own, language);
    return { section, language, called, path: pathOf(section, language, own, called) };
  });
  const departments = new Set(found.flatMap(({ path }) => (path.rank === 3 ? path.group : [])));
  const paths = found.map(({ path }) => {
    if (ofPart) return { ...path, rank: 1 as const, group: path.heading };
    return path.trade && departments.has(path.group) ? { ...path, rank: 3 as const } : path;
  });
  const notes = found.flatMap(({ section, language, called }, at) =>
    paths[at].rank === undefined
      ? []
      : new SectionReader(at, paths[at], language, called).read(section.text),
  );
  return { notes, paths };
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

/** Groups of sections that are quoted beside each other where none is surely the business's. */
const MOST_GROUPS = 3;

/** The surest places about the business's hours, and how sure they are. */
export function bestOf({ notes, paths }: ReadSections): { best: number; groups: string[] } {
  // Hours that can't be read by days are still hours; those of a part are the last resort.
  const own = notes.filter(({ path }) => path.rank !== 3).map(({ path }) => path);
  const surely = paths.filter(({ rank }) => rank === 0 || rank === 1);
  const candidates = own.length ? own : surely.length ? surely : notes.map(({ path }) => path);
  const best = Math.min(...candidates.map(({ rank }) => rank ?? Infinity));
  const found = candidates.filter(({ rank }) => rank === best);
  const most = best === 1 ? MOST_GROUPS : 1;
  // Summer's hours and winter's may stand under a heading each.
  const [seasonal, others] = [true, false].map((is) => [
    ...new Set(found.filter(({ days }) => isSeasonal(days) === is).map(({ group }) => group)),
  ]);
  return { best, groups: [...others.slice(0, most), ...seasonal] };
}
