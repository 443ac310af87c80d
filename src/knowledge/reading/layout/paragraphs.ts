import { asMarkdown } from './escape.js';
import { BULLETS, type Run } from './piece.js';

const BULLET = new RegExp(`^${BULLETS}\\s+`);

/** Lines further apart than this, in sizes of their letters, are paragraphs of their own. */
const APART = 1.9;

/** Of letters that much larger than those of most of the text, lines are headings. */
const LARGER: [times: number, mark: string][] = [
  [1.6, '# '],
  [1.18, '## '],
];

/** In running text so many of the lines are full, and a line has so many letters or more. */
const MOSTLY = 0.75;
const LETTERS = 25;
/** How full, in shares, a line is at least that goes on in small letters. */
const NEARLY = 0.6;

interface Block {
  kind: 'heading' | 'item' | 'paragraph';
  text: string;
  /** Where an item's bullet stands. */
  left?: number;
}

/**
 * What stands under one another, as Markdown: paragraphs, lists and headings. `edge` is where a
 * line is full at the latest, and `body` the size of most letters of the text.
 */
export function paragraphsOf(lines: Run[], body: number, edge: number): string[] {
  const blocks = groupsOf(lines).flatMap((group) => blocksOf(group, body, edgeOf(group, edge)));
  return listsOf(blocks);
}

/** Running text may be narrower than its column: there, nearly every line is full. */
function edgeOf(group: Run[], edge: number): number {
  const own = Math.max(...group.map(({ right }) => right));
  const pairs = group
    .slice(1)
    .map((line, n) => [group[n], line])
    .filter(([above, below]) => !endsSentence(above) && !BULLET.test(below.text));
  const full = pairs.filter(([above, below]) => wraps(above, below, own));
  const letters = group.reduce((sum, { text }) => sum + text.length, 0) / group.length;
  const running = letters >= LETTERS && pairs.length > 2 && full.length >= MOSTLY * pairs.length;
  return running ? own : edge;
}

/** Parts lines that stand apart, or whose letters differ in size. */
function groupsOf(lines: Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const size = before && Math.max(before.size, line.size);
    const together =
      size &&
      line.baseline - before.baseline <= APART * size &&
      Math.abs(before.size - line.size) < 0.12 * size;
    if (together) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

function blocksOf(group: Run[], body: number, edge: number): Block[] {
  const mark = headingMark(group, body);
  const blocks: Block[] = [];
  group.forEach((line, n) => {
    const text = asMarkdown(line.text.replace(BULLET, ''));
    const wrapped = n > 0 && wraps(group[n - 1], line, edge);
    if (BULLET.test(line.text)) blocks.push({ kind: 'item', text, left: line.left });
    else if (n === 0) blocks.push({ kind: mark ? 'heading' : 'paragraph', text: mark + text });
    else if (mark || wrapped) blocks.at(-1)!.text = joined(blocks.at(-1)!.text, text);
    else if (endsSentence(group[n - 1]) || leaves(blocks.at(-1)!, line))
      blocks.push({ kind: 'paragraph', text });
    else blocks.at(-1)!.text += `\\\n${text}`;
  });
  return blocks;
}

function headingMark(group: Run[], body: number): string {
  const text = group.map((line) => line.text).join(' ');
  if (text.length > 150 || !/\p{L}/u.test(text) || BULLET.test(text)) return '';
  return LARGER.find(([times]) => group[0].size >= times * body)?.[1] ?? '';
}

/**
 * Whether a line ended because it was full: the next one's first word would not have fitted, or
 * goes on in small letters. Otherwise somebody ended it there, as in an address or a price list.
 */
function wraps(above: Run, below: Run, edge: number): boolean {
  if (/^\p{Ll}/u.test(below.text) && above.right > NEARLY * edge) return true;
  const word = below.text.indexOf(' ');
  const share = word < 0 ? 1 : word / below.text.length;
  const needed = share * (below.right - below.left) + 0.25 * above.size;
  return above.right + needed > edge - 0.2 * above.size;
}

/** The lines of an item stand to the right of its bullet. */
function leaves({ left = 0 }: Block, line: Run): boolean {
  return line.left < left + 0.5 * line.size;
}

function endsSentence({ text }: Run): boolean {
  return /[.!?…:]["”»)]?$/.test(text);
}

/** A word that was parted at the end of a line is whole again. */
function joined(above: string, below: string): string {
  const parted = /\p{L}[-\u00AD]$/u.test(above) && /^\p{Ll}/u.test(below);
  return parted ? above.slice(0, -1) + below : `${above} ${below}`;
}

function listsOf(blocks: Block[]): string[] {
  const written: string[] = [];
  blocks.forEach(({ kind, text }, n) => {
    if (kind !== 'item') written.push(text);
    else if (blocks[n - 1]?.kind === 'item') written.push(`${written.pop()}\n- ${text}`);
    else written.push(`- ${text}`);
  });
  return written;
}
