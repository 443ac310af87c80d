import type { Courtesy } from '../language/words.js';
import type { Part } from './parts.js';
import { allSpeakers } from './speaker.js';

/** A longer message is no courtesy. */
const MOST_WORDS = 20;

/**
 * The courtesy that a message is, where it is nothing else. Of several the last one counts; an "ok"
 * only where it stands alone.
 */
export function courtesyOf(sentences: Part[]): Courtesy | undefined {
  const words = sentences.flatMap((sentence) => sentence.words.split(' ').slice(1));
  const kinds = words.length <= MOST_WORDS ? kindsOf(words) : undefined;
  return kinds?.findLast((kind) => kind !== 'assent') ?? kinds?.at(-1);
}

/** The courtesies that words are made of, the longest first; undefined where anything else is left. */
function kindsOf(words: string[]): Courtesy[] | undefined {
  if (!words.length) return [];
  for (let length = words.length; length > 0; length--) {
    const kind = kindOf(` ${words.slice(0, length).join(' ')}`);
    const rest = kind && kindsOf(words.slice(length));
    if (rest) return [kind, ...rest];
  }
  return undefined;
}

function kindOf(words: string): Courtesy | undefined {
  const all = allSpeakers().flatMap(({ courtesies }) => courtesies);
  return all.find(([, pattern]) => pattern.test(words))?.[0];
}
