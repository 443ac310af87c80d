import { foldInPlace, phrasesOfAll } from '../../../language/language.js';
import { WHICH } from '../completed.js';
import { beginsWith } from '../questions.js';

const DOES = beginsWith(phrasesOfAll(({ asking }) => asking.doing));
const ATTRIBUTE = new RegExp(`(?<!\\p{L})(?:${WHICH})\\s+(\\p{L}+)`, 'iu');

/** What stands behind "can I" and the like: what somebody wants to do, or to have done. */
export function actAsked(question: string): string | undefined {
  const before = DOES.exec(foldInPlace(question))?.[0];
  return before && question.slice(before.length);
}

/** The word behind "what" and "which": what somebody wants to know of a thing. */
export function attributeAsked(question: string): string | undefined {
  return ATTRIBUTE.exec(question)?.[1];
}
