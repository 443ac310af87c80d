import { LANGUAGES } from './languages.js';
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

/** Points in `guessLanguage`; a frequent character gives one. */
const OWN_CHARACTER = 3;
const WORD = 2;

const signs = ofEach(({ signs: { ownCharacters, frequentCharacters, words }, search }) => ({
  own: new RegExp(`[${ownCharacters}]`, 'gu'),
  frequent: new RegExp(`[${frequentCharacters}]`, 'gu'),
  words: withoutAccentsToo(`${search.stopWords} ${words}`),
}));

/**
 * Guesses a text's language by its function words and characters; undefined when two languages get
 * the same points or none gets any. A word of several languages counts for each of them.
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

/** Removes the accents, which many people leave out on a phone. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A list of words, each with and without its accents. */
export function withoutAccentsToo(list: string): Set<string> {
  return new Set(wordList(list).flatMap((word) => [word, fold(word)]));
}

/** The words of a list that are separated by spaces. */
export function wordList(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
