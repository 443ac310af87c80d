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

/** A phrase as a part of a pattern that fits it alone. */
export function literally(phrase: string): string {
  return phrase.replace(/[\\^$*+?.()|[\]{}]/g, '\\$&');
}

/**
 * Removes the accents, which many people leave out on a phone, and writes letters as people do who
 * don't have them. In other scripts marks are vowels or letters of their own, and stay.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  if (!BEYOND_LATIN.test(text)) return text.replace(EACH_LATIN, foldedLetter);
  return foldAny(text);
}

/** Letters of Latin's blocks, of which none joins another: each is folded once. */
const LATIN = new Map<string, string>();

function foldedLetter(letter: string): string {
  let folded = LATIN.get(letter);
  if (folded === undefined) LATIN.set(letter, (folded = foldAny(letter)));
  return folded;
}

function foldAny(text: string): string {
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
const [BEYOND_LATIN, EACH_LATIN] = [/[^\0-\u024f]/, /[\x80-\u024f]/g];
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

/** Tells languages apart by their function words and characters. */
export class Signs<L extends string> {
  private readonly words = new Map<string, L[]>();
  private readonly characters = new Map<string, [L, number][]>();

  constructor(languages: (readonly [L, SearchWords])[]) {
    for (const [language, { signs, stopWords }] of languages) {
      for (const word of withoutAccentsToo(`${stopWords} ${signs.words}`))
        this.words.set(word, [...(this.words.get(word) ?? []), language]);
      for (const one of signs.ownCharacters) this.mark(one, language, OWN_CHARACTER);
      for (const one of signs.frequentCharacters) this.mark(one, language, 1);
    }
  }

  /** The points of a text for each language; a word of several languages counts for each of them. */
  points(text: string): Map<L, number> {
    const lower = text.normalize('NFC').toLowerCase();
    const points = new Map<L, number>();
    const give = (language: L, some: number) =>
      points.set(language, (points.get(language) ?? 0) + some);
    for (const word of lower.match(/[\p{L}']+/gu) ?? [])
      for (const language of this.words.get(word) ?? []) give(language, WORD);
    for (const character of lower.match(/[^\0-\x7f]/gu) ?? [])
      for (const [language, some] of this.characters.get(character) ?? []) give(language, some);
    return points;
  }

  private mark(character: string, language: L, points: number): void {
    this.characters.set(character, [...(this.characters.get(character) ?? []), [language, points]]);
  }
}

const WORDS = /[\p{L}']+/gu;
const signs = new Signs(languages.map((language) => [language, LANGUAGES[language].search]));

/** The words of the trades in each language, by which a text is known that has no other sign. */
const trade = ofEach(({ search }) => {
  const names = (search.synonyms ?? '').split(/[,>\n]/).map((name) => fold(name.trim()));
  return new Set(names.filter((name) => !/\s/.test(name)));
});

/**
 * Guesses which of the bot's languages a text is in, by its function words and characters, else by
 * words of the trades ("delivery"); undefined when two languages get the same points or none gets any.
 */
export function guessLanguage(text: string): Language | undefined {
  return leading([...signs.points(text)]) ?? leading(tradePoints(text));
}

function tradePoints(text: string): [Language, number][] {
  const words = fold(text.toLowerCase()).match(WORDS) ?? [];
  return languages.map((language) => [
    language,
    words.filter((word) => trade[language].has(word)).length,
  ]);
}

/** The language with most points, if it has any. */
function leading(points: [Language, number][]): Language | undefined {
  const [best, next] = points.sort(([, a], [, b]) => b - a);
  return best && best[1] > 0 && best[1] !== next?.[1] ? best[0] : undefined;
}

/** The language of the first of these texts that shows one; where none does, the first language. */
export function languageOf(...texts: string[]): Language {
  for (const text of texts) {
    const guessed = guessLanguage(text);
    if (guessed) return guessed;
  }
  return languages[0];
}
