import { fold } from '../../../src/language/language.js';

/** Articles of the languages of XQuAD that have them as words. */
const ARTICLES = new Set(
  'a an the el la los las lo un una unos unas der die das den dem des ein eine einen einem einer le les une'.split(
    ' ',
  ),
);

/** The most words of an answer for a phone. */
export const MOST_WORDS = 60;

/** As SQuAD compares: without case, punctuation and articles; here without accents, too. */
export function tokens(text: string): string[] {
  const words =
    fold(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const meant = words.filter((word) => !ARTICLES.has(word));
  return meant.length ? meant : words;
}

/** Whether a text holds one of the references, word for word. */
export function holdsReference(text: string, references: string[]): boolean {
  const held = ` ${tokens(text).join(' ')} `;
  return references.some((reference) => held.includes(` ${tokens(reference).join(' ')} `));
}

/** Words as a reader counts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The numbers of an answer that neither its passages nor the question have. */
export function unsupportedNumbers(answer: string, ...given: string[]): string[] {
  const known = new Set(given.flatMap(numbers));
  return numbers(answer).filter((number) => !known.has(number));
}

/** 1.200, 1,200 and 1 200 are one number. */
function numbers(text: string): string[] {
  const found = text.match(/\d+(?:[.,:\u00a0\u202f ]\d+)*/g) ?? [];
  return found.map((number) => number.replace(/[^\d]/g, ''));
}
