import { guessLanguage, Signs } from '../language.js';
import {
  isSpoken,
  type SearchLanguage,
  searchLanguages,
  searchWordsOf,
} from './search-languages.js';

/** Points by which a language that the bot doesn't speak must lead: two words that only it has. */
const LEAD = 4;
/** The least points for each word of a longer text: a few words that look alike are no language. */
const DENSITY = 0.25;
const LONGER = 12;
/** Letters by which the languages here are told apart, so that one more brings its own. */
const OURS = searchLanguages
  .map((language) => searchWordsOf(language).signs)
  .map(({ ownCharacters, frequentCharacters }) => ownCharacters + frequentCharacters)
  .join('');
/** Letters that no language here is written with: Vietnamese's, Polish's, Greek's. */
const FOREIGN = new RegExp(
  `(?![a-zà-öø-ÿ${OURS}\\p{Script=Cyrillic}\\p{Script=Arabic}])\\p{L}`,
  'gu',
);
/** So many, and so large a share of the letters, are more than a name. */
const FOREIGN_LETTERS = 3;
const FOREIGN_SHARE = 0.05;

const signs = new Signs(searchLanguages.map((language) => [language, searchWordsOf(language)]));

/**
 * Guesses the language that a text is searched in, among `known` ones: one of the bot's unless another
 * has clearly more signs, `other` for a script without blanks and for letters of none of them; undefined where
 * too little shows it. What such a language shares with a known one, "la" or "es", is no sign of that one.
 */
export function guessSearchLanguage(
  text: string,
  known: readonly SearchLanguage[] = searchLanguages,
): SearchLanguage | undefined {
  if (isWithoutBlanks(text) || isForeign(text)) return 'other';
  const points = [...signs.points(text)]
    .filter(([language]) => known.includes(language))
    .sort(([, a], [, b]) => b - a);
  const [best, most] = points[0] ?? [];
  const spoken = points.find(([language]) => isSpoken(language))?.[1] ?? 0;
  const length = text.match(/[\p{L}\p{M}']+/gu)?.length ?? 0;
  if (!best || (length >= LONGER && most! < DENSITY * length)) return undefined;
  const leads = !isSpoken(best) && most! >= spoken + LEAD && saysMuch(text, best);
  return leads ? best : guessLanguage(text);
}

/** One word alone, however often it stands there, is of many languages: the "pot" of each row of a table. */
function saysMuch(text: string, language: SearchLanguage): boolean {
  const once = new Set(text.toLowerCase().match(/[\p{L}\p{M}']+/gu)).keys();
  return (signs.points([...once].join(' ')).get(language) ?? 0) >= LEAD;
}

function isForeign(text: string): boolean {
  const lower = text.normalize('NFC').toLowerCase();
  const foreign = lower.match(FOREIGN)?.length ?? 0;
  return foreign >= FOREIGN_LETTERS && foreign >= FOREIGN_SHARE * lower.match(/\p{L}/gu)!.length;
}

/** Whether much of a text is in a script that has no blanks between words. */
export function isWithoutBlanks(text: string): boolean {
  const signs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return (signs?.length ?? 0) > text.length / 4;
}
