import {
  firstCharacter,
  isSpace,
  isUnspaced,
  isWord,
  lastCharacter,
} from '../../markdown/characters.js';
import { type Inline, isLeaf, leafText, plainText, type Styled } from '../../markdown/model.js';
import { formattingSpans } from './formatting-spans.js';

const MARKS = { strong: '*', emphasis: '_', strike: '~' };
type Kind = Styled['kind'];

/** A space that hardly shows. A mark that touches a letter outside is none to WhatsApp. */
const HAIR_SPACE = '\u200a';

/** The characters on both sides of some content, and the styles that are on there already. */
interface Place {
  before: string;
  after: string;
  on: Kind[];
}

/**
 * Inline content in WhatsApp's marks. Where WhatsApp wouldn't take them for marks they are left
 * out, as in the midst of a word; so every mark that is sent is shown as what it means.
 */
export function inlineForWhatsApp(content: Inline[]): string {
  return all(content, { before: '', after: '', on: [] });
}

function all(content: Inline[], { before, after, on }: Place): string {
  let text = '';
  content.forEach((part, at) => {
    const left = lastCharacter(text) || before;
    const next = content[at + 1];
    text += one(part, { before: left, after: next ? startOf(next) : after, on });
  });
  return text;
}

/** What a part begins with: marks of its own come first. */
function startOf(part: Inline): string {
  if (part.kind in MARKS) return '*';
  return part.kind === 'code' ? '`' : firstCharacter(plainText([part]));
}

function one(part: Inline, place: Place): string {
  if (isLeaf(part)) return leafText(part);
  if (part.kind === 'image') return linked(part.text, part.address);
  return part.kind === 'link'
    ? linked(all(part.children, place), part.address)
    : styled(part, place);
}

function linked(label: string, href: string): string {
  const address = href.replace(/^(?:mailto|tel):/i, '');
  const said = label.trim();
  if (!address || !said) return said ? label : address;
  const bare = (text: string) => text.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
  return bare(said) === bare(address) ? address : `${label} (${address})`;
}

function styled(part: Styled, place: Place): string {
  const { kind, children, mark } = boldOutside(part);
  const { on } = place;
  if (on.includes(kind)) return all(children, place);
  // No mark reaches over a line break that was typed: those were hardly meant as a pair.
  if (mark && hasLineBreak(children)) return mark + all(children, place) + mark;
  const text = plainText(children);
  const fits = [
    fit(firstCharacter(text), place.before),
    fit(lastCharacter(text), place.after),
  ] as const;
  if (fits.includes('none')) return all(children, place);
  const inner = all(children, { before: '', after: '', on: [...on, kind] });
  const marked = inner.split('\n').map((line) => markedLine(line, MARKS[kind]));
  if (marked.includes(undefined)) return all(children, place);
  return (fits[0] ?? '') + marked.join('\n') + (fits[1] ?? '');
}

/** `***both***` is one pair in the other; WhatsApp's users write bold outside. */
function boldOutside(part: Styled): Styled {
  const [only, ...more] = part.children;
  if (part.kind !== 'emphasis' || only?.kind !== 'strong' || more.length) return part;
  return { ...only, children: [{ ...part, children: only.children }] };
}

function hasLineBreak(children: Inline[]): boolean {
  return children.some((part) => {
    if (part.kind === 'text') return part.text.includes('\n');
    return 'children' in part && hasLineBreak(part.children);
  });
}

/** What must stand between a mark and the character outside of it; `none`: there can be no mark. */
function fit(inside: string, outside: string): typeof HAIR_SPACE | 'none' | undefined {
  if (isSpace(inside) || isSpace(outside)) return undefined;
  if (/[*_~]/.test(outside)) return HAIR_SPACE;
  if (!isWord(outside)) return undefined;
  if (isUnspaced(inside) || isUnspaced(outside)) return HAIR_SPACE;
  // A gap in a word or a number would make two of it.
  const [digits, letters] = [/^\p{N}/u, /^[\p{L}\p{M}]/u];
  const same = [digits, letters].some((of) => of.test(inside) && of.test(outside));
  return same ? 'none' : HAIR_SPACE;
}

/** A line between its marks, or nothing where WhatsApp wouldn't read them as a pair. */
function markedLine(line: string, mark: string): string | undefined {
  const core = line.trim();
  if (!core) return line;
  const marked = mark + core + mark;
  const [span] = formattingSpans(marked);
  if (span?.open !== mark || span.end !== marked.length) return undefined;
  return line.replace(core, () => marked);
}
