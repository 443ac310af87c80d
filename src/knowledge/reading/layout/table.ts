import { asMarkdown } from './escape.js';
import type { Run } from './piece.js';

interface Span {
  left: number;
  right: number;
}

/** Lines of one cell are that close, in sizes of their letters, and no more than so many. */
const CLOSE = 1.45;
const MOST_LINES = 12;
/** Rows further apart, in the same measure, are of different tables. */
const APART = 4;

/**
 * The rows, where the lines of a cell that wraps are one: close to each other, and beside them a
 * cell of one line. In a table without any room between its rows each column has as many lines.
 */
export function linesOfTables(rows: Run[][]): Run[][] {
  const bands: Run[][][] = [];
  for (const row of rows) {
    const before = bands.at(-1)?.at(-1);
    const close = before && row[0].baseline - before[0].baseline < CLOSE * row[0].size;
    if (close) bands.at(-1)!.push(row);
    else bands.push([row]);
  }
  return bands.flatMap((band) => {
    const columns = columnsOf(band);
    if (band.length < 2 || band.length > MOST_LINES || columns.length < 2) return band;
    const cells = columns.map((column) => band.flat().filter((run) => isIn(run, column)));
    return cells.some(({ length }) => length === 1)
      ? [cells.map((cell) => asOne(cell, band))]
      : band;
  });
}

function isIn(run: Run, { left, right }: Span): boolean {
  return run.left <= right && run.right >= left;
}

function bottomOf([run]: Run[]): number {
  return run.bottom ?? run.baseline;
}

function asOne(lines: Run[], band: Run[][]): Run {
  return {
    ...lines[0],
    baseline: band[0][0].baseline,
    bottom: band.at(-1)![0].baseline,
    text: lines.map(({ text }) => text).join(' '),
    right: Math.max(...lines.map(({ right }) => right)),
    left: Math.min(...lines.map(({ left }) => left)),
  };
}

/** How many rows from `start` on are a table: two or more with several cells, one below another. */
export function tableAt(rows: Run[][], start: number): number {
  let end = start;
  // A row whose cells lie across what was parted so far begins another table.
  while (end < rows.length && isRowOf(rows, end, start) && parts(rows, start, end)) end++;
  const full = rows.slice(start, end).filter((row) => row.length > 1).length;
  return full > 1 && columnsOf(rows.slice(start, end)).length > 1 ? end - start : 0;
}

/** Whether the cells of the rows before stay in columns of their own when this row joins them. */
function parts(rows: Run[][], start: number, at: number): boolean {
  const before = rows.slice(start, at);
  const placed = (columns: Span[]) =>
    before.reduce((sum, row) => sum + columns.filter((c) => row.some((r) => isIn(r, c))).length, 0);
  return placed(columnsOf([...before, rows[at]])) >= placed(columnsOf(before));
}

/** A row with one cell belongs to the table if it goes on with a cell that isn't the first. */
function isRowOf(rows: Run[][], at: number, start: number): boolean {
  const row = rows[at];
  const before = rows[at - 1];
  if (at > start && row[0].baseline - bottomOf(before) > APART * row[0].size) return false;
  return row.length > 1 || (at > start && row[0].left > rows[start][0].right);
}

/** The rows as a table of Markdown. The first is its head, unless it has numbers as the others. */
export function tableOf(rows: Run[][]): string {
  const columns = columnsOf(rows);
  const cells: string[][] = [];
  for (const row of rows) {
    const placed = columns.map((column) =>
      row
        .filter((run) => isIn(run, column))
        .map(({ text }) => asMarkdown(text).replaceAll('|', '\\|'))
        .join(' '),
    );
    if (row.length > 1) cells.push(placed);
    else placed.forEach((text, n) => text && (cells.at(-1)![n] += ` ${text}`));
  }
  const values = cells[0].slice(1).join('');
  const head = /\d/.test(values) ? columns.map(() => '') : cells.shift()!;
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  return [line(head), line(columns.map(() => '---')), ...cells.map(line)].join('\n');
}

/** Cells above one another share a column. */
function columnsOf(rows: Run[][]): Span[] {
  const columns: Span[] = [];
  for (const { left, right } of rows.flat().sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left <= last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}
