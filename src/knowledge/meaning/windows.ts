/** Windows that a passage may have at most: a long table has many rows. */
const MOST = 40;
/** A sentence of fewer characters says little without the heading above it: "9:00 to 14:00." */
const SHORT = 40;

/** Cuts sentences in every script; the language matters little to it. */
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

const ROW = /^\s*\|(.*)\|\s*$/;
/** What only draws a table or a list. */
const DRAWN = /^[\s|:=*-]*$/;

/** What is said in one go. A row of a table says all by itself. */
interface Said {
  text: string;
  row?: true;
}

/**
 * The windows of a passage: each of its rows, sentences and items, and each of the last two with the next one.
 * What answers a question is often one sentence, and the passage around it is about other things, too.
 */
export function windowsOf(text: string, heading: string): string[] {
  const said = saidIn(text.split('\n'));
  const windows = said.flatMap((one, at) => {
    const next = said[at + 1];
    const below = heading && (one.row || one.text.length < SHORT);
    const alone = below ? `${heading}: ${one.text}` : one.text;
    if (!next || one.row || next.row) return [alone];
    const both = `${one.text} ${next.text}`;
    return [alone, both.length < SHORT && heading ? `${heading}: ${both}` : both];
  });
  return windows.slice(0, MOST);
}

function saidIn(lines: string[]): Said[] {
  let heads: string[] = [];
  return lines.flatMap((line, at): Said[] => {
    if (DRAWN.test(line)) return [];
    const cells = cellsOf(line);
    if (!cells) {
      heads = [];
      return sentencesOf(line).map((text) => ({ text }));
    }
    const isHead = cellsOf(lines[at + 1] ?? '') && DRAWN.test(lines[at + 1]);
    if (isHead) heads = cells;
    return [{ text: isHead ? cells.filter(Boolean).join(', ') : rowOf(cells, heads), row: true }];
  });
}

function cellsOf(line: string): string[] | undefined {
  return ROW.exec(line)?.[1]
    .split('|')
    .map((cell) => cell.trim());
}

/** A figure says nothing without the head of its column: "Single: low season 38 €, high season 59 €". */
function rowOf([first, ...others]: string[], [, ...heads]: string[]): string {
  const told = others.flatMap((cell, at) => (cell ? `${heads[at] ?? ''} ${cell}`.trim() : []));
  return [first, told.join(', ')].filter(Boolean).join(': ');
}

function sentencesOf(line: string): string[] {
  const plain = line.replace(/^\s*([-*+•]|#{1,6}|>)\s+/, '').replace(/\*\*|__|`/g, '');
  return [...sentences.segment(plain)].map(({ segment }) => segment.trim()).filter(Boolean);
}
