import { decodeHTMLStrict } from 'entities/decode';
import type { Token, Tokens } from 'marked';
import { firstCharacter, lastCharacter } from './characters.js';
import { type MarkRun, withEmphasis } from './emphasis.js';
import { elementsOf, type Part } from './elements.js';
import { type Inline, plainText } from './model.js';
import { attribute, raised } from './tags.js';

/** The inline content of a paragraph, heading or cell, from marked's tokens. */
export function inlineOf(tokens: Token[]): Inline[] {
  return trimmed(contentOf(elementsOf(tokens)));
}

function contentOf(parts: Part[]): Inline[] {
  const items: (Inline | MarkRun)[] = [];
  parts.forEach((part, at) => {
    if (part.type === 'element') addElement(part, items);
    else if (part.type === 'boundary') addBoundary(part.does, items);
    else if (part.type === 'literal') items.push({ kind: 'text', text: part.raw });
    else if (part.type === 'image')
      items.push(imageOf(attribute(part.raw, 'alt'), attribute(part.raw, 'src')));
    else if (part.token.type !== 'run') items.push(...one(part.token));
    else items.push(markRun(part.raw, parts[at - 1], parts[at + 1]));
  });
  return joined(withEmphasis(items));
}

function markRun(raw: string, left: Part | undefined, right: Part | undefined): MarkRun {
  const [before, after] = [lastCharacter(left?.raw), firstCharacter(right?.raw)];
  return { kind: 'run', mark: raw[0], count: raw.length, before, after };
}

/** What an HTML element says. */
function addElement(part: Part & { type: 'element' }, items: (Inline | MarkRun)[]): void {
  const children = contentOf(part.parts);
  const text = plainText(children);
  if (!text.trim()) items.push(...children);
  else if (part.style === 'code') items.push({ kind: 'code', source: `\`${text}\`` });
  else if (part.style === 'raised') items.push({ kind: 'text', text: raised(text) });
  else if (part.style === 'link')
    items.push({ kind: 'link', children, address: outside(attribute(part.tag, 'href')) });
  else if (part.style === 'heading') {
    addBoundary('break', items);
    items.push({ kind: 'strong', children, mark: '' }, { kind: 'break' });
  } else items.push({ kind: part.style, children, mark: '' });
}

type Boundary = (Part & { type: 'boundary' })['does'];

/** Where a line, item or cell of HTML begins, unless one begins there already. */
function addBoundary(does: Boundary, items: (Inline | MarkRun)[]): void {
  const last = items.at(-1);
  const begins = !last || last.kind === 'break';
  if (does === 'line') items.push({ kind: 'break' });
  else if (does === 'cell' && !begins) items.push({ kind: 'text', text: ' | ' });
  else if (does !== 'cell' && !begins) {
    if (last.kind === 'text') items.splice(-1, 1, ...withoutLineEnd(last.text));
    if (items.at(-1)?.kind !== 'break') items.push({ kind: 'break' });
  }
  if (does === 'item') items.push({ kind: 'text', text: '- ' });
}

function withoutLineEnd(text: string): Inline[] {
  const rest = text.replace(/\n?[ \t]*$/, '');
  return rest ? [{ kind: 'text', text: rest }] : [];
}

function one(token: Token): Inline[] {
  switch (token.type) {
    case 'escape':
    case 'literal':
      return [{ kind: 'text', text: (token as Tokens.Escape).text }];
    case 'checkbox':
      return [];
    case 'br':
      return [{ kind: 'break' }];
    case 'codespan':
      return [{ kind: 'code', source: token.raw }];
    case 'link':
      return [linkOf(token as Tokens.Link)];
    case 'image': {
      const { tokens = [], href } = token as Tokens.Image;
      return [imageOf(plainText(contentOf(elementsOf(tokens))), href)];
    }
    default:
      return [{ kind: 'text', text: decodeHTMLStrict(token.raw) }];
  }
}

function imageOf(text: string, href: string): Inline {
  return { kind: 'image', text: decodeHTMLStrict(text), address: outside(href) };
}

function linkOf({ href, text, tokens, autolink }: Tokens.Link & { autolink?: boolean }): Inline {
  if (autolink)
    return { kind: 'text', text: decodeHTMLStrict(text).replace(/^(mailto|tel):/i, '') };
  const children = contentOf(elementsOf(tokens)).map((part): Inline =>
    part.kind === 'image' ? { kind: 'text', text: part.text } : part,
  );
  return { kind: 'link', children, address: outside(href) };
}

/** An address that somebody outside can follow; nothing for any other. */
export function outside(href: string): string {
  const address = decodeHTMLStrict(href).trim();
  return /^(?:https?:\/\/|mailto:|tel:|www\.)[^\s]/i.test(address) ? address : '';
}

/** Neighbouring texts are one; the line that follows a break begins with its first word. */
function joined(content: Inline[]): Inline[] {
  const found: Inline[] = [];
  for (const part of content) {
    const last = found.at(-1);
    const text = part.kind === 'text' && last?.kind === 'break' ? lineOf(part.text) : undefined;
    if (text !== undefined) found.push({ kind: 'text', text });
    else if (part.kind === 'text' && last?.kind === 'text')
      found[found.length - 1] = { kind: 'text', text: last.text + part.text };
    else found.push(part);
  }
  return found;
}

function lineOf(text: string): string {
  return text.replace(/^[ \t]*\n?[ \t]*/, '');
}

/** Without the breaks at the ends, which HTML's blocks leave. */
function trimmed(content: Inline[]): Inline[] {
  const isBreak = (part: Inline) =>
    part.kind === 'break' || (part.kind === 'text' && /^[ \t]*\n[ \t]*$/.test(part.text));
  let [from, to] = [0, content.length];
  while (from < to && isBreak(content[from])) from++;
  while (to > from && isBreak(content[to - 1])) to--;
  return content.slice(from, to);
}
