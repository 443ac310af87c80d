import { inReadingOrder } from './columns.js';
import { paragraphsOf } from './paragraphs.js';
import { type Run, rowsOf } from './piece.js';
import { linesOfTables, tableAt, tableOf } from './table.js';

/** Shares of a page's width: no line that ends before was full, unless it is in a column. */
const HALF = 0.55;

/** A page as Markdown: its columns one after the other, tables as tables, lines as sentences. */
export function markdownOf(runs: Run[], body: number, width: number): string {
  const columns = inReadingOrder(runs);
  return columns
    .flatMap((column) => {
      const right = Math.max(...column.map((run) => run.right));
      const edge = columns.length > 1 ? right : Math.max(right, HALF * width);
      return blocksOf(linesOfTables(rowsOf(column)), body, edge);
    })
    .join('\n\n');
}

function blocksOf(rows: Run[][], body: number, edge: number): string[] {
  const blocks: string[] = [];
  let lines: Run[] = [];
  const close = () => {
    if (lines.length) blocks.push(...paragraphsOf(lines, body, edge));
    lines = [];
  };
  for (let at = 0; at < rows.length; at++) {
    const length = tableAt(rows, at);
    if (length) {
      close();
      blocks.push(tableOf(rows.slice(at, at + length)));
      at += length - 1;
    } else lines.push(asLine(rows[at]));
  }
  close();
  return blocks;
}

function asLine(row: Run[]): Run {
  const text = row.map((run) => run.text).join(' ');
  return { ...row[0], text, right: row.at(-1)!.right };
}

/** The size that most letters have: what is larger is a heading. */
export function bodySizeOf(pages: Run[][]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** Without the lines that stand on the edge of most pages: the business's name, page numbers. */
export function withoutRunningLines(pages: Run[][]): Run[][] {
  const seen = new Map<string, number>();
  const keyOf = ({ text, baseline }: Run) =>
    `${Math.round(baseline / 4)} ${text.replace(/\d+/g, '0')}`;
  for (const runs of pages)
    for (const key of new Set(edgesOf(runs).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const running = (run: Run) => (seen.get(keyOf(run)) ?? 0) > Math.max(2, pages.length / 2);
  return pages.map((runs) => {
    const edges = new Set(edgesOf(runs).filter(running));
    return runs.filter((run) => !edges.has(run));
  });
}

/** The first two and the last two lines of a page. */
function edgesOf(runs: Run[]): Run[] {
  const rows = rowsOf(runs);
  return [...rows.slice(0, 2), ...rows.slice(-2)].flat();
}
