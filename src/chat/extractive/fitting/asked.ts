import { foldInPlace, phrasesOfAll } from '../../../language/language.js';
import { WHICH } from '../completed.js';
import { beginsWith } from '../questions.js';

const DOES = beginsWith(phrasesOfAll(({ asking }) => asking.doing));
const HAS = new RegExp(
  `(?<!\\p{L})(?:${phrasesOfAll(({ facts }) => facts.having).join('|')})\\s+`,
  'iu',
);
const ATTRIBUTE = new RegExp(`(?<!\\p{L})(?:${WHICH})\\s+(\\p{L}+)`, 'iu');

/** What stands behind "can I" and the like: what somebody wants to do, or to have done. */
export function actAsked(question: string): string | undefined {
  const before = DOES.exec(foldInPlace(question))?.[0];
  return before && question.slice(before.length);
}

/** What somebody wants to know of a thing: the word behind "what" and "which". */
export function attributeAsked(question: string): string | undefined {
  return ATTRIBUTE.exec(question)?.[1];
}

/** "Does the crown have a guarantee?": the thing, and what it may have. */
export function hadAsked(question: string): [thing: string, had: string] | undefined {
  const found = HAS.exec(question);
  return found
    ? [question.slice(0, found.index), question.slice(found.index + found[0].length)]
    : undefined;
}
