import { type Language, languages } from '../../../language/language.js';
import { itemsOf, means } from '../words/items.js';
import { tokensOf } from '../words/tokens.js';
import { statementOf } from './claims.js';
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
  const read = sections.map((section, at) => {
    const language = languageIn(section, asked);
    const own = wordsIn(names.join(' '));
    const called = calledIn(section, own, language);
    const found = pathOf(section, language, own, called);
    const path = ofPart ? { ...found, rank: 1 as const, group: found.heading } : found;
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
