import { fold, foldInPlace, phrasesOfAll } from '../../language/language.js';
import { parseSmallTalk } from '../small-talk.js';

/** One question of a message, and what the rest of the message says before it. */
export interface Question {
  text: string;
  /** Empty where the question is the whole message. */
  context: string;
}

/** More questions than these in one message are answered together, as one. */
const MOST = 3;

/** A connective such as "also" may stand before the first word of a question. */
const ASKS = phrasesOfAll(({ asking }) => fold(asking.interrogatives)).join('|');
const AND = phrasesOfAll(({ asking }) => fold(asking.and)).join('|');
const BEGINS_ASKING = new RegExp(`^[^\\p{L}\\p{N}]*(?:(?:${AND})\\s+)*(?:${ASKS})(?!\\p{L})`, 'iu');
const SECOND = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)(?:${AND})\\s+(?=[¿\\s]*(?:${ASKS})(?!\\p{L}))`,
  'iu',
);
const JOINED = new RegExp(`\\s*(?:,|[,\\s]\\s*(?:${AND})\\s)\\s*`, 'iu');

/**
 * The questions of a message, in order. Sentences that ask nothing become the context of those that
 * do: "I'm coming with my dog. Is there parking?". A message that asks nothing is one question.
 */
export function questionsOf(text: string): Question[] {
  const sentences = sentencesOf(text);
  const asking = sentences.filter(asks).flatMap(partsOf);
  if (!asking.length || asking.length > MOST) return [{ text: text.trim(), context: '' }];
  const context = sentences.filter((sentence) => !asks(sentence)).join(' ');
  return asking.map((question) => ({ text: question, context }));
}

/** The subjects of a short question that names several: "hours and prices". One for all others. */
export function subjectsOf(question: string): string[] {
  return split(question, JOINED).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function sentencesOf(text: string): string[] {
  const parts = text
    .normalize('NFC')
    .split(/(?<=[?!…]|\p{L}\p{L}\.)\s+|(?<=\?)(?=\S)|\n+|\s(?=¿)/u);
  return parts
    .map((part) => parseSmallTalk(part).rest.trim())
    .filter((p) => /[\p{L}\p{N}]/u.test(p));
}

function asks(sentence: string): boolean {
  return sentence.includes('?') || BEGINS_ASKING.test(fold(sentence));
}

/** "What are your hours and do you deliver?" asks twice. */
function partsOf(sentence: string): string[] {
  return split(sentence, SECOND);
}

/** Splits by a pattern for text without accents. */
function split(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const found = pattern.exec(foldInPlace(rest));
    if (!found) return [...parts, rest].map((part) => part.trim()).filter(Boolean);
    parts.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
  }
}
