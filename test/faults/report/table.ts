import type { Row, Store } from '../row.js';
import type { Result, Results } from './results.js';

/** A row of the table: all runs of a row on a store. */
export interface Line {
  row: string;
  store: string;
  runs: string;
  faults: number;
  acknowledged: number;
  lost: number;
  twice: number;
  disordered: number;
  stuck: number;
  uncertain: number;
  refusal: string;
  unanswered: string;
  seconds: number;
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

/** Of rows that ran; `runs held` names the minimum where that isn't reached. */
export function tableOf(played: readonly (readonly [Row, Store])[], results: Results): Line[] {
  const lines = played.flatMap(([row, store]) => {
    const ran = results.of(row, store);
    return ran.length ? [lineOf(row, store, ran)] : [];
  });
  return lines.length > 1 ? [...lines, totalOf(lines)] : lines;
}

function lineOf(row: Row, store: Store, ran: Result[]): Line {
  const sum = (field: keyof Result) => ran.reduce((all, one) => all + Number(one[field]), 0);
  const most = (field: keyof Result) => Math.max(...ran.map((one) => Number(one[field])));
  const held = ran.filter((one) => one.held).length;
  return {
    row: row.name,
    store: store === 'sqlite' ? 'SQLite' : 'MongoDB',
    runs: held === ran.length ? `${held}` : `${held} of ${ran.length}`,
    faults: sum('faults'),
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    twice: sum('twice'),
    disordered: sum('disordered'),
    stuck: sum('stuck'),
    uncertain: sum('uncertain'),
    refusal: milliseconds(most('longestRefusal')),
    unanswered: milliseconds(most('longestUnanswered')),
    seconds: sum('seconds'),
  };
}

function totalOf(lines: Line[]): Line {
  const sum = (field: keyof Line) => lines.reduce((all, one) => all + Number(one[field]), 0);
  const counts = ['faults', 'acknowledged', 'lost', 'twice', 'disordered', 'stuck', 'uncertain'];
  const summed = Object.fromEntries(counts.map((name) => [name, sum(name as keyof Line)]));
  const runs = lines.reduce((all, { runs: held }) => all + Number(held.split(' ')[0]), 0);
  const rest = { refusal: '', unanswered: '', seconds: sum('seconds') };
  return { row: 'all', store: '', runs: `${runs}`, ...(summed as any), ...rest };
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
