import { languages, literally, phrasesOfAll, wordsOf } from '../../../language/language.js';
import { NUMERALS } from '../../../language/numerals.js';
import type { FactKind, FactWords } from '../../../language/facts/facts.js';

/*
 * Patterns of whole words, in all languages that the bot speaks: documents and questions may be in different
 * ones. They read what strangers sent, so that no repetition in them is without a bound.
 */
const byLength = (phrases: string[]) => [...phrases].sort((a, b) => b.length - a.length);
/** Any of some phrases. */
export const anyOf = (phrases: string[]) => `(?:${byLength(phrases).map(literally).join('|')})`;
/** A pattern that begins and ends with a word. */
export const whole = (pattern: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags);
/** Phrases of all languages' words for facts. */
export const factWords = (of: (words: FactWords) => string) =>
  phrasesOfAll(({ facts }) => of(facts));

export const NUMBER = `(?:\\d[\\d.,/½¼¾]{0,12}|[½¼¾]|${anyOf([...NUMERALS.keys()])})`;
const SOME = anyOf(factWords(({ some }) => some));

/** The spans of time from short to long, each as all languages call it. */
export const SPANS = wordsOf(languages[0])
  .facts.units.span.split('/')
  .map((_, at) =>
    languages.flatMap((of) => wordsOf(of).facts.units.span.split('/')[at].split('|')),
  );

/** What a kind of fact is told in. */
export function unitsOf(kind: FactKind): string[] {
  return kind === 'span' ? SPANS.flat() : factWords(({ units }) => units[kind]);
}

/** A number with such a unit: "3 to 5 working days", "half an hour", "a couple of weeks". */
export function inUnits(units: string[]): RegExp {
  const range = `(?:\\s?(?:-|–|a|to|y|and|o|or|of|de)\\s?${NUMBER})?`;
  const between = '[\\s-]{0,3}(?:\\p{L}{1,20}\\s){0,2}';
  return whole(`(?:${NUMBER}|${SOME})${range}${between}${anyOf(units)}`);
}

/** What tells a span without a number: "the same day", "while you wait". */
export const AT_ONCE = whole(anyOf(factWords(({ atOnce }) => atOnce)));

const clock = factWords(({ units }) => units.clock);
/** A short unit is one only behind a number. */
const named = clock.filter((of) => of.replace(/[^\p{L}]/gu, '').length > 2);

/** Hours as 9:30, 9.30 h, 9 am, "a las 9", "from 9 to 10"; a price has none of these signs. */
export const CLOCK = new RegExp(
  [
    '(?<![\\d.,])\\d{1,2}:\\d{2}(?!\\d)',
    whole(`\\d{1,2}(?:[.:]\\d{2})?\\s?${anyOf(clock)}`).source,
    whole(anyOf(named)).source,
    whole(`${anyOf(factWords(({ at }) => at))}\\s+${NUMBER}`).source,
    `${whole(`${anyOf(factWords(({ from }) => from))}\\s\\d{1,2}\\s(?:a|to|and|y)\\s\\d{1,2}`).source}(?!\\s?[\\p{L}%])`,
  ].join('|'),
  'iu',
);

/** "24 hours before" is no time of day. */
export const BEFOREHAND = whole(
  `${NUMBER}\\s{0,2}${anyOf(SPANS.flat())}\\s${anyOf(factWords(({ beforehand }) => beforehand))}`,
  'giu',
);

/** Times, amounts and dates count nothing. */
export const OTHER_FIGURES = new RegExp(
  [
    '(?<![\\d.,])\\d{1,2}[:.]\\d{2}(?!\\d)',
    '\\p{Sc}\\s?[\\d.,]{1,15}|(?<![\\d.,])[\\d.,]{1,15}\\s?\\p{Sc}',
    inUnits(SPANS.flat()).source,
    '\\d{1,2} de \\p{L}{3,12}',
  ].join('|'),
  'giu',
);
