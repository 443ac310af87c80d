/** Some text and its place on a page. All lengths are in the page's own unit, from the top left. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Where the letters stand. */
  baseline: number;
  /** Of the letters. */
  size: number;
}

/** Pieces beside each other on one line with no more than a blank between them. */
export interface Run extends Piece {
  /** The last baseline of a cell of several lines. */
  bottom?: number;
}

/** Blanks within a line are narrower, in sizes of its letters; gaps of a table are wider. */
const GAP = 0.9;
const BLANK = 0.12;

/** The signs of list items, with those that fonts of symbols have in their private places. */
export const BULLETS = '[•●▪■◦○‣⁃∙·\uF0B7\uF0A7*–-]';
const BULLET = new RegExp(`^${BULLETS}$`);

/** How far from its text a bullet stands at most. */
const INDENT = 5;

/** The runs of a page, from its top to its bottom and from left to right. */
export function runsOf(pieces: Piece[]): Run[] {
  return rowsOf(pieces.filter(({ text }) => text.trim())).flatMap(joinRow);
}

/** Runs that stand on the same line, from left to right. */
export function rowsOf(pieces: Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    // A small number above the line, as in a footnote's mark, is on it.
    const near = row && piece.baseline - row[0].baseline < 0.4 * Math.max(piece.size, row[0].size);
    if (near) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

function joinRow(row: Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of row) {
    const last = runs.at(-1);
    const gap = last ? (piece.left - last.right) / Math.max(piece.size, last.size) : Infinity;
    const widest = last && BULLET.test(last.text.trim()) ? INDENT : GAP;
    if (!last || gap > widest) runs.push({ ...piece });
    else {
      const blank = gap > BLANK && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
      // A bullet may be larger than the text that follows it.
      if (piece.text.length > last.text.length) last.size = piece.size;
      last.text += (blank ? ' ' : '') + piece.text;
      last.right = Math.max(last.right, piece.right);
    }
  }
  return runs
    .map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ').trim() }))
    .flatMap(atLeaders);
}

/** Dots that lead the eye from a name to its price part two cells. */
function atLeaders(run: Run): Run[] {
  const [all, name, value] = /^(.*?)(?:\s?[.·_…]){4,}\s?(.*)$/.exec(run.text) ?? [];
  if (all === undefined) return [run];
  const letter = (run.right - run.left) / run.text.length;
  const cells = [
    { ...run, text: name, right: run.left + letter * name.length },
    { ...run, text: value, left: run.right - letter * value.length },
  ];
  return cells.filter(({ text }) => text);
}
