import { all, append, type Element, type Page } from './dom.js';

/** Spans that a page may claim: no real table has more. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 50;

/** A table that holds these is no table: it places its content on the page. */
const LAYOUT = 'table, h1, h2, h3, h4, form, hr, article, section';

/**
 * Makes tables such that each row says all by itself: a cell that spans rows stands in each of
 * them, and one that spans columns has empty ones beside it. Tables that only place things on the
 * page are taken apart.
 */
export function settleTables(page: Page): void {
  // The innermost first: what is left of an outer one is then known.
  for (const table of all(page.body, 'table').reverse()) {
    const rows = all(table, 'tr').filter((row) => row.closest('table') === table);
    const layout =
      /^(presentation|none)$/.test(table.getAttribute('role') ?? '') ||
      table.querySelector(LAYOUT) ||
      rows.length < 2 ||
      rows.every((row) => cellsOf(row).length < 2);
    if (layout) takeApart(table, rows, page);
    else {
      moveCaption(table, page);
      spread(rows, page);
    }
  }
}

export function cellsOf(row: Element): Element[] {
  return Array.from(row.childNodes).filter(({ nodeName }) => /^T[DH]$/.test(nodeName));
}

function takeApart(table: Element, rows: Element[], page: Page): void {
  const cells = rows.flatMap(cellsOf).map((cell) => {
    const block = page.createElement('div');
    append(block, cell.childNodes);
    return block;
  });
  table.replaceWith(...cells);
}

function moveCaption(table: Element, page: Page): void {
  const caption = table.querySelector('caption');
  if (!caption) return;
  const paragraph = page.createElement('p');
  append(paragraph, caption.childNodes);
  table.before(paragraph);
  caption.remove();
}

/** Writes out the spans of cells. A head of several columns stands above each of them. */
function spread(rows: Element[], page: Page): void {
  const open: { cell: Element; left: number }[] = [];
  for (const row of rows) {
    const own = cellsOf(row);
    const cells: Element[] = [];
    while (own.length || open[cells.length]?.left) {
      const above = open[cells.length];
      if (above?.left) {
        above.left--;
        cells.push(above.cell.cloneNode(true));
        continue;
      }
      const cell = own.shift()!;
      const down = span(cell, 'rowspan', MOST_ROWS);
      const across = span(cell, 'colspan', MOST_COLUMNS);
      for (let column = 0; column < across; column++) {
        const repeated = column === 0 || cell.nodeName === 'TH';
        const copy = repeated ? cell.cloneNode(true) : page.createElement('td');
        open[cells.length] = { cell: copy, left: down - 1 };
        cells.push(copy);
      }
    }
    for (const cell of cellsOf(row)) cell.remove();
    append(row, cells);
  }
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  cell.removeAttribute(name);
  return Math.min(Math.max(value || 1, 1), most);
}
