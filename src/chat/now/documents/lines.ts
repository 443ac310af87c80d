import { withColumns } from '../../../markdown/columns.js';
import { type Block, plainText } from '../../../markdown/model.js';
import { read } from '../../../markdown/read.js';
import { markdownOf } from '../../../markdown/source.js';
import { piecesOf } from './pieces.js';

/** Knows a text that names something, and a name of it. */
export interface Naming {
  isNamed: (text: string) => boolean;
  isName: (text: string) => boolean;
  /** "There is none on Sundays", where Sunday is asked for. */
  isOfDay: (sentence: string) => boolean;
}

/**
 * The lines of a section that begin with what `naming` knows: items of its lists, rows of its tables
 * below their head, sentences, and what a line ending in a colon leads to. Undefined where there are none.
 */
export function linesOf(text: string, naming: Naming): string | undefined {
  const blocks = read(text);
  const found = blocks.flatMap((block, at) => {
    const introduction = blocks[at - 1] && markdownOf(blocks[at - 1]);
    const isIntroduced = introduction?.endsWith(':') && naming.isNamed(introduction);
    return isIntroduced ? [markdownOf(block)] : partsOf(block, naming);
  });
  return found.length ? found.join('\n\n') : undefined;
}

/** The columns of a section's tables that are headed by what `naming` knows: the hours of a branch. */
export function columnsOf(text: string, naming: Naming): string | undefined {
  const tables = read(text).flatMap((block) => {
    if (block.kind !== 'table') return [];
    const named = block.head.flatMap((cell, at) => (naming.isName(plainText(cell)) ? [at] : []));
    const columns = named.filter((at) => at > 0);
    return columns.length ? [markdownOf(withColumns(block, columns))] : [];
  });
  return tables.length ? tables.join('\n\n') : undefined;
}

/** Words that may stand before a name: "Los desayunos …", "On Sundays the kitchen …". */
const BEGINNING = 5;

function partsOf(block: Block, naming: Naming): string[] {
  const isOf = (line: string) => naming.isNamed(line.split(/\s+/).slice(0, BEGINNING).join(' '));
  if (block.kind === 'quote') return block.blocks.flatMap((inner) => partsOf(inner, naming));
  if (block.kind === 'heading') return [];
  if (block.kind === 'table') {
    if (block.head.slice(1).some((cell) => naming.isName(plainText(cell))))
      return [markdownOf(block)];
    const rows = block.rows.filter(([first = []]) => naming.isName(plainText(first)));
    return rows.length ? [markdownOf({ ...block, rows })] : [];
  }
  if (block.kind !== 'list') {
    const sentences = piecesOf(markdownOf(block), () => false);
    const own = sentences.filter((sentence) => isOf(sentence) || naming.isOfDay(sentence));
    return own.some(isOf) ? [own.join(' ')] : [];
  }
  const items = block.items.map((item) =>
    markdownOf({ ...block, items: [{ ...item, gap: '' }], gap: '' }),
  );
  const own = items.filter(isOf);
  return own.length ? [own.join('\n')] : [];
}
