import type { Token } from 'marked';
import { isWord, lastCharacter } from './characters.js';
import { type Effect, effectOf } from './tags.js';

type Style = (Effect & { does: 'style' })['style'];

/** A token, or what HTML's tags make of them. */
export type Part =
  | { type: 'token'; raw: string; token: Token }
  | { type: 'literal'; raw: string }
  | { type: 'image'; raw: string }
  | { type: 'element'; raw: string; style: Style; tag: string; parts: Part[] }
  | { type: 'boundary'; raw: string; does: 'line' | 'break' | 'item' | 'cell' };

/** Elements in elements deeper than this are read without their tags. */
const DEEPEST = 20;

interface Open {
  tag: string;
  style: Style;
  /** Where it stands among the parts. */
  at: number;
}

/** Pairs opening and closing tags, and drops what has no partner. */
export function elementsOf(tokens: Token[]): Part[] {
  const parts: Part[] = [];
  const open: Open[] = [];
  tokens.forEach((token, at) => {
    if (token.type !== 'html') parts.push({ type: 'token', raw: token.raw, token });
    else addTag(token.raw, parts, open, tokens[at - 1]?.raw);
  });
  return parts;
}

function addTag(tag: string, parts: Part[], open: Open[], left: string | undefined): void {
  const effect = effectOf(tag);
  if (!effect) parts.push({ type: 'literal', raw: tag });
  else if (effect.does === 'style') addStyle(effect, tag, parts, open, left);
  else if (effect.does === 'image') parts.push({ type: 'image', raw: tag });
  else if (/^<br\b/i.test(tag)) parts.push({ type: 'boundary', raw: tag, does: 'line' });
  else if (effect.does !== 'nothing') parts.push({ type: 'boundary', raw: tag, does: effect.does });
}

function addStyle(
  { style, open: opens }: Effect & { does: 'style' },
  tag: string,
  parts: Part[],
  open: Open[],
  left: string | undefined,
): void {
  if (opens) {
    if (open.length < DEEPEST) open.push({ tag, style, at: parts.length });
    // `a<b>c` compares; what closes it makes it an element after all.
    parts.push({ type: 'literal', raw: compares(tag, left) ? tag : '' });
    return;
  }
  const from = open.findLastIndex((one) => one.style === style);
  if (from < 0) return;
  const [{ at, tag: opening }] = open.splice(from);
  const inside = parts.splice(at + 1);
  parts[at] = { type: 'element', raw: '<>', style, tag: opening, parts: inside };
}

function compares(tag: string, left: string | undefined): boolean {
  return /^<[a-z]>$/i.test(tag) && isWord(lastCharacter(left));
}
