import type { Block, Heading, Inline, ListItem, Table } from './model.js';

/** How one way of writing says what the blocks' layout leaves open. */
export interface Dialect {
  inline(content: Inline[]): string;
  heading(heading: Heading): string;
  /** The lines of a table, the head's first. */
  table(table: Table): string[];
  /** What stands before a task. */
  box(done: boolean): string;
}

/**
 * Blocks as text: lists by their markers, quotes by their `>`, code as it is, and the line breaks
 * between them as they were. A rule is not written; nor is what leaves nothing.
 */
export function layout(blocks: Block[], dialect: Dialect): string {
  let text = '';
  let gap = '';
  for (const block of blocks) {
    const written = textOf(block, dialect);
    if (written.trim()) {
      text += (text && (gap || '\n')) + written;
      gap = block.gap;
    } else if (block.gap.length > gap.length) gap = block.gap;
  }
  return text;
}

/** The cells of a row, each in one line. */
export function cellsOf(row: Inline[][], dialect: Dialect): string[] {
  return row.map((cell) =>
    dialect
      .inline(cell)
      .trim()
      .replace(/\s*\n\s*/g, ' / '),
  );
}

function textOf(block: Block, dialect: Dialect): string {
  switch (block.kind) {
    case 'paragraph':
      return dialect.inline(block.content);
    case 'heading':
      return dialect.heading(block);
    case 'table':
      return dialect.table(block).join('\n');
    case 'code':
      return block.source;
    case 'list':
      return block.items.map((item) => itemOf(item, dialect)).reduce(withItem, '');
    case 'quote':
      return quoted(layout(block.blocks, dialect));
    case 'rule':
      return '';
  }
}

function itemOf({ marker, done, flush, blocks, gap }: ListItem, dialect: Dialect) {
  const box = done === undefined ? '' : dialect.box(done);
  const indent = flush ? '' : ' '.repeat(marker.length + 1);
  const [first, ...further] = layout(blocks, dialect).split('\n');
  const lines = [`${marker} ${box}${first}`.trimEnd(), ...further.map((l) => l && indent + l)];
  return { text: lines.join('\n'), gap };
}

function withItem(
  text: string,
  item: { text: string; gap: string },
  at: number,
  all: { gap: string }[],
): string {
  return at ? text + (all[at - 1].gap || '\n') + item.text : item.text;
}

/** One level: what shows quotes shows no quote in a quote. */
function quoted(text: string): string {
  return text && text.replace(/^(?:> ?)?/gm, '> ').replace(/^> $/gm, '>');
}
