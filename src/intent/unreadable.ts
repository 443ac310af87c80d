import { fold, languages } from '../language/language.js';
import { isEveryday } from '../language/search/everyday.js';

/** From so many letters on, a word that can't be spoken is no abbreviation. */
const LONG = 5;
/** So many letters side by side on a keyboard are no word. */
const ROWS = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm', '1234567890'];
const RUN = 4;

/** Whether nothing in a message can be read as words: "???", "asdfgh". */
export function isUnreadable(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const words = fold(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 3 && words.every(isNoise);
}

function isNoise(word: string): boolean {
  if (!/^[a-zñ]+$/.test(word) || word.length < RUN) return false;
  if (languages.some((language) => isEveryday(word, language))) return false;
  const typed = RUN <= longestRun(word) && longestRun(word) * 2 > word.length;
  const again = /^(.{1,3})\1{2,}.?$/.test(word) && !/[aeiou]/.test(word);
  const unspoken =
    word.length >= LONG && /[^aeiouy]{5}/.test(word) && !/(sch|tch|ngth|rz)/.test(word);
  return typed || again || unspoken || /^(.)\1{3,}$/.test(word);
}

/** How many letters of a word follow one another as on a keyboard, forwards or backwards. */
function longestRun(word: string): number {
  let [longest, run] = [1, 1];
  for (let at = 1; at < word.length; at++) {
    const pair = word.slice(at - 1, at + 1);
    const beside = ROWS.some((row) => row.includes(pair) || row.includes(pair[1] + pair[0]));
    run = beside ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
