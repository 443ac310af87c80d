import { LANGUAGES } from './languages.js';
import type { Words } from './words.js';

/** By its code, as BCP 47 and the configuration have it. */
export type Language = keyof typeof LANGUAGES;

/** What an administrator sets: one language for everybody, or that of each sender. */
export type LanguageSetting = 'auto' | Language;

export const languages = Object.keys(LANGUAGES) as Language[];
export const languageSettings: LanguageSetting[] = ['auto', ...languages];

/** The words and sentences of a language. */
export function wordsOf(language: Language): Words {
  return LANGUAGES[language];
}

/** Something of each language, made from its words. */
export function ofEach<T>(make: (words: Words, language: Language) => T): Record<Language, T> {
  const made = languages.map((language) => [language, make(LANGUAGES[language], language)]);
  return Object.fromEntries(made) as Record<Language, T>;
}

/** The phrases of all languages under one name, without those that stand twice; longest first. */
export function phrasesOfAll(of: (words: Words) => string): string[] {
  const phrases = languages.flatMap((language) => of(LANGUAGES[language]).split('|'));
  return [...new Set(phrases)].sort((a, b) => b.length - a.length);
}

const OWN_CHARACTER = 3;
const WORD = 2;

const signs = ofEach(({ signs: { ownCharacters, frequentCharacters, words }, search }) => ({
  own: new RegExp(`[${ownCharacters}]`, 'gu'),
  frequent: new RegExp(`[${frequentCharacters}]`, 'gu'),
  words: withoutAccentsToo(`${search.stopWords} ${words}`),
}));

/**
 * The language of a text by its function words and its characters; undefined when they don't say.
 * A word that several languages have counts for each of them.
 */
export function guessLanguage(text: string): Language | undefined {
  const lower = text.normalize('NFC').toLowerCase();
  const words = lower.match(/[\p{L}']+/gu) ?? [];
  const scores = languages.map((language) => {
    const { own, frequent, words: known } = signs[language];
    const inWords = WORD * words.filter((word) => known.has(word)).length;
    return inWords + OWN_CHARACTER * count(lower, own) + count(lower, frequent);
  });
  const best = Math.max(...scores);
  const at = scores.indexOf(best);
  return best > 0 && scores.lastIndexOf(best) === at ? languages[at] : undefined;
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

/** The language of the first of these texts that shows one; where none does, the first language. */
export function languageOf(...texts: string[]): Language {
  for (const text of texts) {
    const guessed = guessLanguage(text);
    if (guessed) return guessed;
  }
  return languages[0];
}

/** Without its accents: many people leave them out on a phone. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A list of words, each with and without its accents. */
export function withoutAccentsToo(list: string): Set<string> {
  return new Set(wordList(list).flatMap((word) => [word, fold(word)]));
}

/** The words of a list that has spaces between them. */
export function wordList(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
