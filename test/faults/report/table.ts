import type { Row, Store } from '../row.js';
import type { Result, Results } from './results.js';

/** What is added up, of the runs of a row and of all rows. */
const SUMMED = [
  'faults',
  'acknowledged',
  'lost',
  'twice',
  'disordered',
  'stuck',
  'uncertain',
  'seconds',
] as const;
type Summed = (typeof SUMMED)[number];

function sumsOf(all: Record<Summed, number>[]): Record<Summed, number> {
  const sums = SUMMED.map((of) => [of, all.reduce((sum, one) => sum + one[of], 0)]);
  return Object.fromEntries(sums) as Record<Summed, number>;
}

/** A row of the table: all runs of a row on a store. */
export interface Line extends Pick<Result, 'row' | Summed> {
  store: string;
  runs: string;
  refusal: string;
  unanswered: string;
}

export const HEADINGS: Record<keyof Line, string> = {
  row: 'row',
  store: 'store',
  runs: 'runs held',
  faults: 'kills and faults',
  acknowledged: 'acknowledged',
  lost: 'lost',
  twice: 'twice',
  disordered: 'out of order',
  stuck: 'stuck',
  uncertain: 'uncertain',
  refusal: 'longest refusal',
  unanswered: 'longest unanswered',
  seconds: 'seconds',
};

/** Of rows that ran. */
export function tableOf(played: readonly (readonly [Row, Store])[], results: Results): Line[] {
  const lines = played.flatMap(([row, store]) => {
    const ran = results.of(row, store);
    return ran.length ? [lineOf(row, store, ran)] : [];
  });
  return lines.length > 1 ? [...lines, totalOf(lines)] : lines;
}

function lineOf(row: Row, store: Store, ran: Result[]): Line {
  const most = (field: keyof Result) => Math.max(...ran.map((one) => Number(one[field])));
  const held = ran.filter((one) => one.held).length;
  return {
    row: row.name,
    store: store === 'sqlite' ? 'SQLite' : 'MongoDB',
    runs: runsOf(held, ran.length - held, row.least),
    ...sumsOf(ran),
    refusal: milliseconds(most('longestRefusal')),
    unanswered: milliseconds(most('longestUnanswered')),
  };
}

/** How many held; the minimum, where that isn't reached, and how many failed, if any. */
function runsOf(held: number, failed: number, least: number): string {
  return `${held}${held < least ? ` of ${least}` : ''}${failed ? `, ${failed} failed` : ''}`;
}

function totalOf(lines: Line[]): Line {
  const runs = lines.reduce((all, { runs: held }) => all + Number(held.split(' ')[0]), 0);
  return { row: 'all', store: '', runs: `${runs}`, ...sumsOf(lines), refusal: '', unanswered: '' };
}

function milliseconds(ms: number): string {
  return `${ms} ms`;
}

/** As it stands in docs/guarantees.md. */
export function markdownOf(lines: Line[]): string {
  const names = Object.keys(HEADINGS) as (keyof Line)[];
  const cells = [names.map((name) => HEADINGS[name])];
  cells.push(...lines.map((line) => names.map((name) => String(line[name]))));
  const widths = names.map((_, n) => Math.max(...cells.map((row) => row[n].length)));
  const drawn = cells.map((row) => row.map((cell, n) => cell.padEnd(widths[n])).join(' | '));
  const rule = widths.map((width) => '-'.repeat(width)).join(' | ');
  return [drawn[0], rule, ...drawn.slice(1)].map((row) => `| ${row} |`).join('\n');
}
