import { fold, languages, wordsOf } from './language.js';
import { remembered } from './remembered.js';

/** For each word of a small number its value, in all languages. */
export const NUMERALS = new Map(
  languages.flatMap((language) =>
    wordsOf(language)
      .numerals.split(/\s+/)
      .flatMap((forms, at) => forms.split('|').map((form) => [fold(form), at + 1] as const)),
  ),
);

/** The values of the numbers that a text has in words. */
export const numeralsIn = remembered((text: string): number[] => {
  const said = fold(text.toLowerCase()).match(/\p{L}+/gu) ?? [];
  return said.map((word) => NUMERALS.get(word)).filter((value) => value !== undefined);
});
