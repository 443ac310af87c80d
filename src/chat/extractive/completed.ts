import { type Language, phrasesOfAll } from '../../language/language.js';
import { contentTerms } from '../history/follow-up.js';
import type { Found } from '../retrieval.js';

/** Words before what somebody wants to know of a thing, as a pattern. */
export const WHICH = phrasesOfAll(({ asking }) => asking.which).join('|');
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

/**
 * Of the passages for a completed question, those that have of the question itself, or are near it in meaning:
 * what speaks of the cheesecake alone tells no size.
 */
export function withItsOwn(found: Found[], { text, language }: Asked): Found[] {
  const own = contentTerms(text, language);
  const hasOwn = ({ evidence: { matched } }: Found) =>
    matched.some(({ term }) => own.includes(term));
  return found.filter((one) => one.evidence.meaning !== undefined || hasOwn(one));
}
