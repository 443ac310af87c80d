import { fold, literally, phrasesOfAll } from '../../language/language.js';
import type { Table } from '../../markdown/model.js';
import { withColumns } from '../../markdown/columns.js';
import { plainText } from '../../markdown/model.js';
import { withinBands } from './fitting/bands.js';
import { bestOf, exactOf, type Sought, weightIn, without } from './sought.js';

/** Below this share of cells that say yes or no, a column holds something else. */
const POLAR = 0.6;

const saying = (of: 'yes' | 'no') => {
  const said = phrasesOfAll(({ asking }) => fold(asking[of])).map(literally);
  return new RegExp(`^\\s*(?:${said.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
};
const YES = saying('yes');
const NO = saying('no');

type Part = Pick<Rows, 'table' | 'partial'>;

/** A table with fewer rows or columns, and how many rows it had. */
export interface Rows {
  table: Table;
  /** Whether it says less than the whole table. */
  partial: boolean;
  /** Whether it was asked for a column that says yes or no. */
  polar?: true;
  /** Whether cells answer, in a row and a column that were both asked for. */
  crossed?: true;
  /** The cells of the columns that were asked for; else those of rows with several figures. */
  figures: string;
}

/**
 * The rows of a table that answer: those that name what was asked for or, where a column with yes and
 * no is asked for ("what contains nuts?"), those whose cell says so, with that column alone. All rows
 * where nothing tells them apart. `apart` is what is sought without what the headings say.
 */
export function rowsFor(table: Table, apart: Sought, sought: Sought): Rows {
  const cells = table.rows.map((row) => row.map((cell) => plainText(cell)));
  const head = table.head.map((cell) => plainText(cell));
  const named = namedRows(cells, without(apart, head.join(' ')), sought);
  const columns = askedColumns(head, sought);
  const polar = columns.filter((at) => isPolar(cells.map((row) => row[at])));
  const among = named.length ? named : cells.map((_, at) => at);
  if (polar.length && named.length !== 1) {
    const fitting = among.filter((row) => polar.some((at) => fits(cells[row][at], sought)));
    if (fitting.length) return { ...narrowed(table, fitting, polar), polar: true, figures: '' };
  }
  const figures = figuresIn(
    among.map((row) => cells[row]),
    columns,
  );
  const rows = named.length ? withRows(table, named) : { table, partial: false };
  const crossed = named.length > 0 && named.length < cells.length && columns.length > 0;
  return {
    ...rows,
    figures,
    ...(polar.length && { polar: true }),
    ...(crossed && { crossed: true }),
  };
}

function figuresIn(rows: string[][], columns: number[]): string {
  const asked = columns.length ? rows.map((row) => columns.map((at) => row[at] ?? '')) : rows;
  const figures = asked.map((row) => row.filter((cell) => /\d/.test(cell)));
  return columns.length || figures.some(({ length }) => length > 1)
    ? figures.flat().join(' | ')
    : '';
}

/** The rows for as many as were named, "7 to 12 people" for ten; of those, the ones that are named besides. */
function namedRows(cells: string[][], apart: Sought, sought: Sought): number[] {
  const named = rowsByName(cells, apart, sought);
  const columns = cells[0]?.map((_, at) => at) ?? [];
  const banded = columns
    .map((at) => cells.map((row) => row[at] ?? ''))
    .map((column, at) => withinBands(column, sought.amounts, at === 0))
    .find(({ length }) => length > 0 && length < cells.length);
  if (!banded) return named;
  const both = banded.filter((at) => named.includes(at));
  return both.length ? both : banded;
}

/** The rows that are named by what they are about, their first cell; else by any cell. */
function rowsByName(cells: string[][], apart: Sought, sought: Sought): number[] {
  const byName = bestOf(
    cells.map(([name = '']) => name),
    apart,
    sought,
  );
  if (!byName.length)
    return bestOf(
      cells.map((row) => row.join(' ')),
      apart,
      sought,
    );
  const rows = byName.map((at) => cells[at].join(' '));
  const apartRows = bestOf(rows, apart, sought);
  const best = apartRows.length ? apartRows.map((at) => byName[at]) : byName;
  const exact = exactOf(
    best.map((at) => cells[at][0]),
    sought,
  );
  return exact.map((at) => best[at]);
}

/** The columns, but for the first, whose head is asked for. */
function askedColumns(head: string[], sought: Sought): number[] {
  const columns = head.map((_, at) => at).slice(1);
  const having = (of: Sought) => columns.filter((at) => weightIn(head[at], of) > 0);
  const own = having(sought);
  // "I'm allergic to nuts. Which don't have any?" Who only says so is not asking for what has nuts.
  const meant = own.length === 0 && sought.negated;
  return meant ? having({ ...sought, terms: sought.before ?? new Map() }) : own;
}

function isPolar(cells: string[]): boolean {
  const said = cells.filter((cell = '') => YES.test(fold(cell)) || NO.test(fold(cell)));
  return said.length >= POLAR * cells.length && said.length > 0;
}

/** A cell that isn't a plain no may hold an exception, so that it counts as yes. */
function fits(cell = '', { negated }: Sought): boolean {
  return NO.test(fold(cell)) === negated;
}

function narrowed(table: Table, rows: number[], columns: number[]): Part {
  return { ...withRows(withColumns(table, columns), rows), partial: true };
}

function withRows(table: Table, rows: number[]): Part {
  return {
    table: { ...table, rows: rows.map((at) => table.rows[at]) },
    partial: rows.length < table.rows.length,
  };
}
