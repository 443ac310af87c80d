import { fold, phrasesOfAll } from '../language/language.js';

const PHRASES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phrasesOfAll(({ offTopic }) => fold(offTopic)).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * Whether a message wants a general assistant: a poem, a translation, an opinion. It may be asked of a
 * message for which nothing was found; a translation agency's customers mean their business.
 */
export function isOffTopic(text: string): boolean {
  return PHRASES.test(fold(text.normalize('NFC')));
}
