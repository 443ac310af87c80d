import { plainly } from '../parts.js';

/** Words, single emoji, and the marks that change what a sentence does. */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\p{Extended_Pictographic}|[?!]/gu;
/** Words that pairs are made of stand at most so far apart. */
const REACH = 3;
/** More words than these say nothing more of what is wanted, and cost time. */
const MOST_WORDS = 60;

/**
 * What a message is told by: its words, pairs of words that stand near each other in this order, and
 * the pieces of its words, by which misspelt and inflected ones are known. Without case and accents.
 */
export function featuresOf(text: string): Set<string> {
  const words = wordsIn(text);
  const features = new Set<string>();
  for (const [at, word] of words.entries()) {
    features.add(word);
    for (const piece of piecesOf(word)) features.add(piece);
    features.add(`${words[at - 1] ?? '^'} ${word}`);
    for (const other of words.slice(at + 2, at + REACH + 1)) features.add(`${word} .. ${other}`);
  }
  if (words.length) features.add(`${words.at(-1)} $`);
  features.add(words.length < 4 ? '#short' : words.length < 12 ? '#sentence' : '#long');
  return features;
}

/** The words of a message as they are compared; one figure is as good as another. */
export function wordsIn(text: string): string[] {
  const words = plainly(text).match(TOKEN) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.replace(/\d+/g, '0'));
}

/** Four letters each; the marks at both ends belong to the word. */
function piecesOf(word: string): string[] {
  const marked = `<${word}>`;
  const pieces = [];
  for (let at = 0; at + 4 <= marked.length; at++) pieces.push(`~${marked.slice(at, at + 4)}`);
  return pieces;
}
