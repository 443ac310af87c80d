import { fold, phrasesOfAll } from './language.js';

const WITHOUT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phrasesOfAll(({ asking }) => fold(asking.without)).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** "It's free, no?" denies nothing. */
const TAG = /[\s,]+no\s*\?*\s*$/iu;

/** Whether a text is about what something has not, or isn't: "without a car". */
export function denies(text: string): boolean {
  return WITHOUT.test(fold(text.toLowerCase()).replace(TAG, ''));
}
