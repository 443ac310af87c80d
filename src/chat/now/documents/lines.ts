import { type Block, plainText } from '../../../markdown/model.js';
import { read } from '../../../markdown/read.js';
import { markdownOf } from '../../../markdown/source.js';
import { piecesOf } from './pieces.js';

/**
 * The lines of a section that begin with what `isNamed` knows: items of its lists, rows of its tables
 * below their head, sentences, and what a line ending in a colon leads to. Undefined where there are none.
 */
export function linesOf(text: string, isNamed: (beginning: string) => boolean): string | undefined {
  const blocks = read(text);
  const found = blocks.flatMap((block, at) => {
    const introduction = blocks[at - 1] && markdownOf(blocks[at - 1]);
    const isIntroduced = introduction?.endsWith(':') && isNamed(introduction);
    return isIntroduced ? [markdownOf(block)] : partsOf(block, isNamed);
  });
  return found.length ? found.join('\n\n') : undefined;
}

/** Words that may stand before a name: "Los desayunos …", "On Sundays the kitchen …". */
const BEGINNING = 5;

function partsOf(block: Block, isNamed: (beginning: string) => boolean): string[] {
  const isOf = (line: string) => isNamed(line.split(/\s+/).slice(0, BEGINNING).join(' '));
  if (block.kind === 'quote') return block.blocks.flatMap((inner) => partsOf(inner, isNamed));
  if (block.kind === 'heading') return [];
  if (block.kind === 'table') {
    if (block.head.slice(1).some((cell) => isOf(plainText(cell)))) return [markdownOf(block)];
    const rows = block.rows.filter(([first = []]) => isOf(plainText(first)));
    return rows.length ? [markdownOf({ ...block, rows })] : [];
  }
  if (block.kind !== 'list') {
    const sentences = piecesOf(markdownOf(block), () => false).filter(isOf);
    return sentences.length ? [sentences.join(' ')] : [];
  }
  const items = block.items.map((item) =>
    markdownOf({ ...block, items: [{ ...item, gap: '' }], gap: '' }),
  );
  const own = items.filter(isOf);
  return own.length ? [own.join('\n')] : [];
}
