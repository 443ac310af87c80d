import type { Language } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import type { Block } from '../../markdown/model.js';
import { read } from '../../markdown/read.js';
import { markdownOf, tableLines } from '../../markdown/source.js';

/** In UTF-16 units: what is read on a phone without scrolling. */
export const READABLE = 500;

/**
 * The part of a passage that speaks of the question, word for word: all of it when it is short,
 * else its lines (or sentences) with most of the question's words, a table's with their head.
 */
export function excerpt(text: string, question: string, language: Language): string {
  const blocks = read(text);
  if (!hasTable(blocks) && text.length <= READABLE) return text;
  const inLines = text.includes('\n');
  const parts = inLines ? blocks.flatMap(linesOf) : sentencesOf(text);
  const asked = new Set(terms(question, language));
  const scores = parts.map(({ text: part, isHead }) =>
    isHead ? 0 : terms(part, language).filter((t) => asked.has(t)).length,
  );
  const best = Math.max(...scores);
  // A table whose rows don't tell the question apart is better whole.
  if (best === 0 && text.length <= READABLE) return text;
  const chosen = parts.filter(({ isHead }, at) => scores[at] === best || isHead);
  return within(
    chosen.map((part) => part.text),
    inLines ? '\n' : ' ',
  );
}

/** A passage with only the rows of its table that speak of what was asked: a prompt has its price. */
export function withoutOtherRows<P extends { text: string }>(
  passage: P,
  asked: string,
  language: Language,
): P {
  if (!hasTable(read(passage.text))) return passage;
  return { ...passage, text: excerpt(passage.text, asked, language) };
}

interface Part {
  text: string;
  /** A table's: its columns' names and the line below them. */
  isHead: boolean;
}

function hasTable(blocks: Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'table');
}

function linesOf(block: Block): Part[] {
  if (block.kind === 'table')
    return tableLines(block).map((text, at) => ({ text, isHead: at < 2 }));
  const lines = markdownOf(block).split('\n');
  return lines.map((text) => ({ text, isHead: false }));
}

function sentencesOf(text: string): Part[] {
  return text.split(/(?<=[.!?…])\s+/).map((sentence) => ({ text: sentence, isHead: false }));
}

function within(parts: string[], between: string): string {
  let text = parts[0];
  for (const part of parts.slice(1)) {
    if (text.length + between.length + part.length > READABLE) break;
    text += between + part;
  }
  return text.length <= 2 * READABLE ? text : `${text.slice(0, READABLE).replace(/\s\S*$/, '')}…`;
}
