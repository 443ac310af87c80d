import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Row, Store } from '../row.js';
import type { Ran } from '../trial.js';

/** A run of a row, as it is kept: a line of a file. */
export interface Result {
  row: string;
  store: Store;
  seed: number;
  held: boolean;
  faults: number;
  acknowledged: number;
  lost: number;
  twice: number;
  disordered: number;
  stuck: number;
  uncertain: number;
  /** Milliseconds. */
  longestRefusal: number;
  longestUnanswered: number;
  seconds: number;
  /** What didn't hold. */
  broken?: string;
}

/** What ran before is in the file, if one is named; each run is appended to it at once. */
export class Results {
  readonly all: Result[] = [];
  private readonly file?: string;

  constructor(file?: string) {
    this.file = file;
    if (!file || !existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    this.all.push(...lines.map((line) => JSON.parse(line) as Result));
  }

  add(result: Result): void {
    this.all.push(result);
    if (this.file) appendFileSync(this.file, `${JSON.stringify(result)}\n`);
  }

  /** In how many runs a row held. */
  heldBy(row: Row, store: Store): number {
    return this.of(row, store).filter(({ held }) => held).length;
  }

  of(row: Row, store: Store): Result[] {
    return this.all.filter((one) => one.row === row.name && one.store === store);
  }
}

export function resultOf(row: Row, store: Store, seed: number, ran: Ran, ms: number): Result {
  const { verdict, faults, broken } = ran;
  return {
    row: row.name,
    store,
    seed,
    held: !broken,
    faults,
    acknowledged: verdict.acknowledged,
    lost: verdict.lost.length,
    twice: verdict.twice.length,
    disordered: verdict.disordered.length,
    stuck: verdict.stuck.length,
    uncertain: verdict.uncertain,
    longestRefusal: verdict.longestRefusal,
    longestUnanswered: verdict.longestUnanswered,
    seconds: Math.round(ms / 1000),
    broken,
  };
}

/** Of a run that couldn't be played to its end: nothing is known of it. */
export function unplayed(row: Row, store: Store, seed: number, error: Error, ms: number): Result {
  const nothing = { faults: 0, acknowledged: 0, lost: 0, twice: 0, disordered: 0, stuck: 0 };
  const times = { uncertain: 0, longestRefusal: 0, longestUnanswered: 0 };
  const seconds = Math.round(ms / 1000);
  const broken = error.message;
  return { row: row.name, store, seed, held: false, ...nothing, ...times, seconds, broken };
}
