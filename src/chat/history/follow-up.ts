import { smallTalk } from '../../intent/small-talk.js';
import {
  fold,
  type Language,
  languageOf,
  languages,
  ofEach,
  phrasesOfAll,
  wordList,
} from '../../language/language.js';
import { numeralsIn } from '../../language/numerals.js';
import { terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import { asksMoney } from '../money.js';

/** A longer question says itself what it is about. */
const SHORT = 6;
const NUMBER = /^\d+$/;

const ASKING = ofEach(({ search }, language) => new Set(terms(search.askingWords ?? '', language)));

const CONNECTIVE = beginsWith(phrasesOfAll(({ phrases }) => fold(phrases.connectives)));
const LEANING = beginsWith(phrasesOfAll(({ phrases }) => fold(phrases.leaning)));

/** Words that only choose among things ("the bigger one", "another", "for two"), and their terms. */
const CHOOSING = ofEach(({ phrases, numerals }, language) => {
  const all = wordList(`${phrases.choosing} ${numerals.replaceAll('|', ' ')}`).map(fold);
  return { words: new Set(all), terms: new Set(all.flatMap((word) => terms(word, language))) };
});

/**
 * Whether a question can't be understood without the one before: it begins with "and", asks for
 * another one or a bigger one, for the price, or is a word.
 */
export function isFollowUp(text: string): boolean {
  if (smallTalk(text)) return false;
  const language = languageOf(text);
  if (CONNECTIVE.test(fold(text)) || terms(text, language).length === 1) return true;
  if (choosesOnly(text)) return true;
  return asksMoney(text, language) && contentTerms(text, language).length === 0;
}

/**
 * Whether a question may be about what the one before was about, as its form shows: "does it contain
 * nuts?", "without sugar?", "¿lleva gluten?". It may as well be about something new.
 */
export function mayFollowUp(text: string): boolean {
  if (isFollowUp(text)) return true;
  return LEANING.test(fold(text)) && text.trim().split(/\s+/).length <= SHORT;
}

/** Whether a question only chooses among what was spoken of: "the big one?", "¿otra más barata?" */
export function choosesOnly(text: string): boolean {
  const said = words(fold(text.toLowerCase()));
  return languages.some((language) => {
    const { words: choices, terms: chosen } = CHOOSING[language];
    if (!said.some((word) => choices.has(word) || NUMBER.test(word))) return false;
    const content = contentTerms(text, language);
    return content.every((term) => chosen.has(term) || NUMBER.test(term));
  });
}

/** Whether it chooses how much of what was spoken of: "and two weeks?" leaves that as it was. */
export function choosesAmount(text: string): boolean {
  const language = languageOf(text);
  const { terms: chosen } = CHOOSING[language];
  const said = terms(text, language);
  const counted = said.filter((term) => !chosen.has(term) && !NUMBER.test(term));
  const counts = numeralsIn(text).length > 0 || words(text).some((word) => NUMBER.test(word));
  return counts && counted.length > 0 && !asksMoney(text, language);
}

/** The terms that say what a question is about, without those that say which fact is wanted. */
export function contentTerms(text: string, language: Language): string[] {
  return terms(text, language).filter((term) => !ASKING[language].has(term));
}

function beginsWith(phrases: string[]): RegExp {
  return new RegExp(`^[\\s¿¡]*(?:${phrases.join('|')})(?=[\\s,?]|$)`, 'iu');
}
