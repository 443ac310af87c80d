import { type Run, rowsOf } from './piece.js';

/** Lines that a column has at least. */
const FEWEST = 4;
/** In running text, lines fill most of their column and have so many letters on average. */
const FILLED = 0.6;
const LETTERS = 15;

/**
 * Orders a page's runs as they are read: the left column of running text before the right one.
 * What reaches across both, such as a heading, parts what is above it from what is below. The
 * cells of a table are no columns in this sense: they are short, and are read along the row.
 */
export function inReadingOrder(runs: Run[]): Run[][] {
  const gutter = gutterOf(runs);
  if (gutter === undefined) return runs.length ? [runs] : [];
  const across = (run: Run) => run.left < gutter && run.right > gutter;
  const bands: { whole: boolean; runs: Run[] }[] = [];
  for (const row of rowsOf(runs)) {
    const whole = row.some(across);
    if (bands.at(-1)?.whole === whole) bands.at(-1)!.runs.push(...row);
    else bands.push({ whole, runs: row });
  }
  return bands.flatMap(({ whole, runs: band }) =>
    whole
      ? [band]
      : [band.filter(({ left }) => left < gutter), band.filter(({ left }) => left >= gutter)]
          .filter(({ length }) => length)
          .flatMap(inReadingOrder),
  );
}

/** Where a column of running text begins with another to its left, if there is such a place. */
function gutterOf(runs: Run[]): number | undefined {
  const edges = new Map<number, number>();
  for (const { left } of runs) edges.set(Math.round(left), (edges.get(Math.round(left)) ?? 0) + 1);
  const frequent = [...edges].filter(([, count]) => count >= FEWEST).map(([edge]) => edge);
  return frequent
    .sort((a, b) => a - b)
    .map((edge) => edge - 1)
    .find((edge) => {
      const before = runs.filter(({ right }) => right < edge);
      const after = runs.filter(({ left }) => left >= edge);
      const across = runs.length - before.length - after.length;
      return isRunning(before) && isRunning(after) && across < runs.length / 3;
    });
}

function isRunning(runs: Run[]): boolean {
  if (runs.length < FEWEST) return false;
  const width =
    Math.max(...runs.map(({ right }) => right)) - Math.min(...runs.map(({ left }) => left));
  const mean = (of: (run: Run) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return (
    mean(({ left, right }) => right - left) > FILLED * width &&
    mean(({ text }) => text.length) > LETTERS
  );
}
