import snowball from 'snowball-stemmers';
import {
  fold,
  type Language,
  languages,
  ofEach,
  withoutAccentsToo,
  wordList,
  wordsOf,
} from './language.js';

const stemmers = ofEach(({ search }) => snowball.newStemmer(search.stemmer));

/** The stop words of all languages, because people mix languages. */
const stopped = new Set(
  languages.flatMap((language) => [...withoutAccentsToo(wordsOf(language).search.stopWords)]),
);
for (const language of languages)
  for (const word of wordList(wordsOf(language).search.meaningful)) stopped.delete(word);

/** The words of a text: runs of letters and digits, lower case, with their accents. */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** For each form of a word, the word that stands for it in the index. */
const same = ofEach(({ search }) => {
  const lines = search.sameWords.split('\n').map((line) => wordList(line).map(fold));
  return new Map(lines.flatMap((line) => line.map((form) => [form, line[0]] as const)));
});

/** A word's form in the index; undefined for stop words and single letters. */
export function term(word: string, language: Language): string | undefined {
  if (stopped.has(word) || /^\p{L}$/u.test(word)) return undefined;
  const folded = fold(word);
  return fold(stemmers[language].stem(same[language].get(folded) ?? folded));
}

/** The index terms of a text, each once. */
export function terms(text: string, language: Language): string[] {
  const found = words(text).map((word) => term(word, language));
  return [...new Set(found.filter((t) => t !== undefined))];
}

const questionWords = ofEach(({ search }) => new Map(Object.entries(search.questionWords)));

/**
 * The terms of a question. If its words are all stop words, as in "¿Dónde estáis?", the terms of what
 * its question word asks for ("dirección") are used.
 */
export function questionTerms(question: string, language: Language): string[] {
  const found = terms(question, language);
  if (found.length) return found;
  const meant = words(question).map((word) => questionWords[language].get(word) ?? '');
  return terms(meant.join(' '), language);
}
