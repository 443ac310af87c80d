import { fold } from '../language.js';
import type { Misspelling } from './misspelling.js';

/** From these lengths on, words are compared without the vowels that are hardly heard. */
const MUTED = 6;

/** How a word in lower case may sound. Words with the same sound are probably the same. */
export function soundsOf(word: string, misspelling: Misspelling): string[] {
  const plain = fold(word.replaceAll('ü', 'w')).replaceAll("'", '');
  const others = (misspelling.ambiguous ?? [])
    .filter(([pattern]) => pattern.test(plain))
    .map(([pattern, as]) => plain.replace(pattern, as));
  return [...new Set([plain, ...others].map((spelt) => soundOf(spelt, misspelling)))];
}

/** A sound without the vowels that are hardly heard; undefined where too little would be left. */
export function skeleton(sound: string, { mutedVowels }: Misspelling): string | undefined {
  if (!mutedVowels || sound.length < MUTED) return undefined;
  return `~${sound.replace(mutedVowels, '')}`;
}

function soundOf(plain: string, { sounds }: Misspelling): string {
  return sounds.reduce((sound, [pattern, as]) => sound.replace(pattern, as), plain);
}
