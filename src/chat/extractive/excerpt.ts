import type { Language } from '../../language/language.js';
import { terms } from '../../language/terms.js';

const TABLE = /^\s*\|.*\|\s*$/m;

/** In UTF-16 units: what is read on a phone without scrolling. */
export const READABLE = 500;

/**
 * The part of a passage that speaks of the question, word for word: all of it when it is short,
 * else its lines (or sentences) with most of the question's words, a table's with their head.
 */
export function excerpt(text: string, question: string, language: Language): string {
  const asked = new Set(terms(question, language));
  const inLines = text.includes('\n');
  if (!TABLE.test(text) && text.length <= READABLE) return text;
  const parts = inLines ? text.split('\n') : text.split(/(?<=[.!?…])\s+/);
  const score = (part: string) => terms(part, language).filter((t) => asked.has(t)).length;
  const scores = parts.map((part, at) => (isHead(parts, at, part) ? 0 : score(part)));
  const best = Math.max(...scores);
  // A table whose rows don't tell the question apart is better whole.
  if (best === 0 && text.length <= READABLE) return text;
  const chosen = parts.filter((part, at) => scores[at] === best || isHead(parts, at, part));
  return within(chosen, inLines ? '\n' : ' ');
}

/** A passage with only the rows of its table that speak of what was asked: a prompt has its price. */
export function withoutOtherRows<P extends { text: string }>(
  passage: P,
  asked: string,
  language: Language,
): P {
  if (!TABLE.test(passage.text)) return passage;
  return { ...passage, text: excerpt(passage.text, asked, language) };
}

/** The first two rows of a table: its columns' names and the line below them. */
function isHead(parts: string[], at: number, part: string): boolean {
  const rule = /^\s*\|[\s|:-]+\|\s*$/;
  return rule.test(part) || rule.test(parts[at + 1] ?? '');
}

function within(parts: string[], between: string): string {
  let text = parts[0];
  for (const part of parts.slice(1)) {
    if (text.length + between.length + part.length > READABLE) break;
    text += between + part;
  }
  return text.length <= 2 * READABLE ? text : `${text.slice(0, READABLE).replace(/\s\S*$/, '')}…`;
}
