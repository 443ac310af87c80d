import { cellsOf, type Dialect, layout } from './layout.js';
import {
  type Block,
  type Inline,
  isLeaf,
  leafText,
  plainText,
  type Styled,
  type Table,
} from './model.js';

const MARKS = { strong: '**', emphasis: '*', strike: '~~' };

/** Markdown again: tables and lists as models read them best, and nothing that only a parser reads. */
const MARKDOWN: Dialect = {
  inline: (content) => content.map(inlineSource).join(''),
  heading: ({ level, content }) => `${'#'.repeat(level)} ${MARKDOWN.inline(content)}`,
  table: tableLines,
  box: (done) => (done ? '[x] ' : '[ ] '),
};

/** The blocks as clean Markdown, without escapes, entities, comments, tags and rules. */
export function markdownOf(...blocks: Block[]): string {
  return layout(blocks, MARKDOWN);
}

/** The lines of a table, of which the first two are its head. */
export function tableLines({ head, rule, rows }: Table): string[] {
  return [rowOf(head), narrow(rule), ...rows.map(rowOf)];
}

function rowOf(cells: Inline[][]): string {
  return `| ${cellsOf(cells, MARKDOWN).join(' | ')} |`;
}

/** The dashes that align a table cost room, and say nothing. */
function narrow(rule: string): string {
  return rule.replace(/ {2,}/g, ' ').replace(/-{4,}/g, '---');
}

function inlineSource(part: Inline): string {
  if (isLeaf(part)) return leafText(part);
  if (part.kind === 'image') return linked(part.text, part.address);
  if (part.kind === 'link') return linked(MARKDOWN.inline(part.children), part.address);
  return styled(part);
}

/** Marks begin and end with each line: whoever quotes one line quotes it whole. */
function styled(part: Styled): string {
  const mark = part.mark || MARKS[part.kind];
  const inner = MARKDOWN.inline(part.children);
  if (!plainText(part.children).trim()) return inner;
  return inner.replace(/^([ \t]*)(\S.*?)([ \t]*)$/gm, `$1${mark}$2${mark}$3`);
}

function linked(label: string, address: string): string {
  if (!address || label === address) return label || address;
  if (!label.trim()) return address;
  const isPlain = /[[\]]/.test(label) || /[\s()<>]/.test(address);
  return isPlain ? `${label} (${address})` : `[${label}](${address})`;
}
