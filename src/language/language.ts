import { LANGUAGES } from './languages.js';
import type { SearchWords } from './search/search-words.js';
import type { Words } from './words.js';

/** A language by its code (BCP 47), as in the configuration. */
export type Language = keyof typeof LANGUAGES;

/** The setting: one language for everybody or, with `auto`, the language of each sender. */
export type LanguageSetting = 'auto' | Language;

export const languages = Object.keys(LANGUAGES) as Language[];
export const languageSettings: LanguageSetting[] = ['auto', ...languages];

/** The words and sentences of a language. */
export function wordsOf(language: Language): Words {
  return LANGUAGES[language];
}

/** Makes something for each language from its words. */
export function ofEach<T>(make: (words: Words, language: Language) => T): Record<Language, T> {
  const made = languages.map((language) => [language, make(LANGUAGES[language], language)]);
  return Object.fromEntries(made) as Record<Language, T>;
}

/** One kind of phrase in all languages, each phrase once, longest first. */
export function phrasesOfAll(of: (words: Words) => string): string[] {
  const phrases = languages.flatMap((language) => of(LANGUAGES[language]).split('|'));
  return [...new Set(phrases)].sort((a, b) => b.length - a.length);
}

/**
 * Removes the accents, which many people leave out on a phone, and writes letters as people do who
 * don't have them. In other scripts marks are vowels or letters of their own, and stay.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  const parts = text.normalize('NFD').replace(ACCENTS, '$1').replace(ARABIC_MARKS, '');
  return parts.normalize('NFC').replace(LETTERS, (letter) => WITHOUT[letter]);
}

/** The same where each character keeps its place: what would become longer stays as it is. */
export function foldInPlace(text: string): string {
  return text.normalize('NFC').replace(/[^\0-\x7f]/gu, (character) => {
    const folded = fold(character);
    return folded.length === character.length ? folded : character;
  });
}

const PLAIN = /^[\0-\x7f]*$/;
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const ARABIC_MARKS = /[\u0640\u064b-\u0655\u0670]/g;
const WITHOUT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ё: 'е',
  ى: 'ي',
  ة: 'ه',
};
const LETTERS = new RegExp(`[${Object.keys(WITHOUT).join('')}]`, 'g');

/** A list of words, each with and without its accents. */
export function withoutAccentsToo(list: string): Set<string> {
  return new Set(wordList(list).flatMap((word) => [word, fold(word)]));
}

/** The words of a list that are separated by spaces. */
export function wordList(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

/** Points of a sign; a frequent character gives one. */
const OWN_CHARACTER = 3;
const WORD = 2;

/** How a text is known to be in a language. */
export interface Signs {
  own: RegExp;
  frequent: RegExp;
  words: Set<string>;
}

export function signsOf({ signs, stopWords }: SearchWords): Signs {
  return {
    own: new RegExp(`[${signs.ownCharacters}]`, 'gu'),
    frequent: new RegExp(`[${signs.frequentCharacters}]`, 'gu'),
    words: withoutAccentsToo(`${stopWords} ${signs.words}`),
  };
}

/** The points that a text has for a language; a word of several languages counts for each of them. */
export function signPoints(text: string, { own, frequent, words }: Signs): number {
  const lower = text.normalize('NFC').toLowerCase();
  const known = lower.match(/[\p{L}']+/gu)?.filter((word) => words.has(word)).length ?? 0;
  return WORD * known + OWN_CHARACTER * count(lower, own) + count(lower, frequent);
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

const signs = ofEach(({ search }) => signsOf(search));

/**
 * Guesses which of the bot's languages a text is in, by its function words and characters; undefined
 * when two languages get the same points or none gets any.
 */
export function guessLanguage(text: string): Language | undefined {
  const points = languages.map((language) => signPoints(text, signs[language]));
  const best = Math.max(...points);
  const at = points.indexOf(best);
  return best > 0 && points.lastIndexOf(best) === at ? languages[at] : undefined;
}

/** The language of the first of these texts that shows one; where none does, the first language. */
export function languageOf(...texts: string[]): Language {
  for (const text of texts) {
    const guessed = guessLanguage(text);
    if (guessed) return guessed;
  }
  return languages[0];
}
