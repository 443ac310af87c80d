import { type Language, phrasesOfAll } from '../../language/language.js';
import { contentTerms } from '../history/follow-up.js';
import type { Found } from '../retrieval.js';

const WHICH = phrasesOfAll(({ asking }) => asking.which).join('|');
/** With one short word before it, and nothing but a name behind: "of which size?" */
const ONLY_WHICH = new RegExp(
  `^[^\\p{L}]*(?:\\p{L}{1,5}\\s+)?(?:${WHICH})\\s+\\p{L}+[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** A question, and the rest of its message. */
interface Asked {
  text: string;
  beside?: string;
  language: Language;
}

/** Whether a text asks "which size" and no more: it is half a question. */
export function asksOnlyWhich(text: string): boolean {
  return ONLY_WHICH.test(text);
}

/**
 * What is searched for a question. "I'd like a cheesecake. Which size?" asks of what was said before, and
 * whatever has sizes is no answer: it is searched with that.
 */
export function completed({ text, beside, language }: Asked): string {
  const isHalf = beside && asksOnlyWhich(text) && contentTerms(text, language).length > 0;
  return isHalf ? `${beside} ${text}` : text;
}

/** Whether a passage has of the question itself, whatever was searched with it; or is near it in meaning. */
export function speaksOf({ evidence }: Found, asked: Asked): boolean {
  if (completed(asked) === asked.text || evidence.meaning !== undefined) return true;
  const own = contentTerms(asked.text, asked.language);
  return evidence.matched.some(({ term }) => own.includes(term));
}
