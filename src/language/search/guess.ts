import { guessLanguage, signPoints, signsOf } from '../language.js';
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

const signs = searchLanguages.map(
  (language) => [language, signsOf(searchWordsOf(language))] as const,
);

/**
 * Guesses the language that a text is searched in, among `known` ones: one of the bot's unless another
 * has clearly more signs, `other` for a script without blanks; undefined where too little shows it.
 */
export function guessSearchLanguage(
  text: string,
  known: readonly SearchLanguage[] = searchLanguages,
): SearchLanguage | undefined {
  const points = signs
    .filter(([language]) => known.includes(language))
    .map(([language, of]) => ({ language, points: signPoints(text, of) }))
    .sort((a, b) => b.points - a.points);
  const spoken = points.find(({ language }) => isSpoken(language))?.points ?? 0;
  const [best] = points;
  const length = text.match(/[\p{L}\p{M}']+/gu)?.length ?? 0;
  const enough = length < LONGER || (best?.points ?? 0) >= DENSITY * length;
  if (writtenWithoutBlanks(text)) return 'other';
  if (!enough) return undefined;
  if (best && !isSpoken(best.language) && best.points >= spoken + LEAD) return best.language;
  return guessLanguage(text);
}

function writtenWithoutBlanks(text: string): boolean {
  const signs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return (signs?.length ?? 0) > text.length / 4;
}
