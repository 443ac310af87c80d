import { foldedRuns } from '../../language/search/runs.js';

/** More than a name on WhatsApp has. */
const MOST_WORDS = 30;

/** Whoever searches may know the end of a number only. It has so many digits at least. */
const LEAST_DIGITS = 3;
const MOST_ENDS = 30;

/**
 * Returns the words by which a sender is found: those of the name, those of the number or id, and each
 * end of it.
 */
export function senderWords(waId: string, profileName = ''): string[] {
  const names = foldedRuns(`${profileName} ${waId}`, MOST_WORDS);
  const digits = waId.replace(/^[+.A-Z]+/, '');
  const count = Math.min(MOST_ENDS, digits.length + 1 - LEAST_DIGITS);
  const ends = Array.from({ length: Math.max(0, count) }, (_, at) => digits.slice(at));
  return [...new Set([...names, ...foldedRuns(ends.join(' '), MOST_ENDS)])];
}
