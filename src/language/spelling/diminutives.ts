import type { Speller } from './speller.js';

/** Letters of the shortest word that one is made of. */
const SHORTEST = 3;

/**
 * The word that a diminutive is made of: "perrito" of "perro". Only what `isKnown`, or the language's own
 * list has, as many a word only ends so. Undefined where it is none.
 */
export function fullSized(
  plain: string,
  { misspelling: { diminutives = [] }, known }: Speller,
  isKnown: (word: string) => boolean,
): string | undefined {
  const bases = diminutives
    .filter(([ending]) => ending.test(plain))
    .map(([ending, of]) => plain.replace(ending, of))
    .filter(({ length }) => length >= SHORTEST);
  return bases.find((base) => known.has(base) || isKnown(base));
}
