import type { RunMongod } from './run-mongod.js';
import { type Result, type Results, resultOf, unplayed } from './report/results.js';
import { nameOf, type Row, type Store } from './row.js';
import { ROWS } from './rows.js';
import { Trial } from './trial.js';

/** In the reduced matrix. */
const AT_ONCE = 3;

export interface Wanted {
  runs?: string;
  only?: string;
  store?: string;
  quick: boolean;
  short: boolean;
}

/** A row on a store, and how often it runs. */
interface Planned {
  row: Row;
  store: Store;
  runs: number;
}

/** By its name, or, where no row is called so, by its beginning; `@mongo` behind it: on that store. */
function isNamed(row: Row, store: Store, wanted: string): boolean {
  const [name, on = store] = wanted.split('@');
  const isThere = ROWS.some((other) => other.name === name);
  return on === store && (isThere ? row.name === name : row.name.startsWith(name));
}

/** The rows that were asked for, in their order. */
export class Matrix {
  readonly plan: Planned[];
  private readonly short: boolean;
  /** How many rows run at once: of a short one most of the time is waiting. */
  private readonly atOnce: number;
  private readonly mongod: RunMongod;

  constructor({ runs, only, store, quick, short }: Wanted, mongod: RunMongod) {
    this.mongod = mongod;
    this.short = quick || short;
    this.atOnce = quick ? AT_ONCE : 1;
    const wanted = only?.split(',');
    const all = ROWS.flatMap((row) => row.stores.map((on) => ({ row, store: on })));
    const isWanted = (row: Row, on: Store) =>
      !wanted || wanted.some((one) => isNamed(row, on, one));
    this.plan = all
      .filter(({ row, store: on }) => isWanted(row, on) && (!store || on === store))
      .filter(({ row, store: on }) => !quick || row.quick?.includes(on))
      .map((one) => ({ ...one, runs: runs ? Number(runs) : quick ? 1 : one.row.least }));
  }

  static names(): string[] {
    return ROWS.flatMap((row) => row.stores.map((store) => nameOf(row, store)));
  }

  /** Returns how many were skipped because no mongod, small disk or the like can be had. */
  async run(seed: number, results: Results): Promise<number> {
    console.log(`seed ${seed}`);
    if (this.plan.some(({ store }) => store === 'mongo')) await this.mongod.start();
    const [here, skipped] = [[] as Planned[], [] as Planned[]];
    for (const one of this.plan) (this.canRun(one) ? here : skipped).push(one);
    const next = here.values();
    const works = async () => {
      for (const one of next) await this.runAll(one, seed, results);
    };
    await Promise.all(Array.from({ length: this.atOnce }, works));
    return skipped.length;
  }

  /** Rows that held in as many runs as they must, and never failed. */
  held(results: Results): number {
    return this.plan.filter((one) => this.isHeld(one, results)).length;
  }

  /** What failed, or ran too seldom, a line each. */
  missing(results: Results): string[] {
    const wrong = this.plan.filter((one) => !this.isHeld(one, results));
    return wrong.map(({ row, store, runs }) => {
      const ran = results.of(row, store);
      const seeds = ran.filter(({ held }) => !held).map((one) => one.seed);
      const failed = seeds.length ? `, failed with the seeds ${seeds.join(', ')}` : '';
      return `${nameOf(row, store)}: held in ${results.heldBy(row, store)} of ${runs} runs${failed}`;
    });
  }

  private canRun({ row, store }: Planned): boolean {
    const reason = row.without?.();
    if (reason) console.warn(`*** ${nameOf(row, store)} IS SKIPPED: ${reason}`);
    return !reason && (store === 'sqlite' || !this.mongod.missing);
  }

  private isHeld({ row, store, runs }: Planned, results: Results): boolean {
    const held = results.heldBy(row, store);
    return held >= runs && held === results.of(row, store).length;
  }

  private async runAll({ row, store, runs }: Planned, seed: number, results: Results) {
    const before = results.of(row, store).map((one) => one.seed);
    const next = before.length ? Math.max(...before) + 1 : seed;
    for (let n = results.heldBy(row, store); n < runs; n++) {
      const result = await this.runOnce(row, store, next + n);
      results.add(result);
      if (result.broken) console.error(`${nameOf(row, store)} BROKEN\n${result.broken}`);
    }
  }

  private async runOnce(row: Row, store: Store, seed: number): Promise<Result> {
    console.log(`${nameOf(row, store)} (seed ${seed}) ...`);
    const began = Date.now();
    try {
      const mongoUri = store === 'mongo' ? this.mongod.freshUri() : undefined;
      const ran = await Trial.run(row, store, { seed, short: this.short, mongoUri });
      return resultOf(row, store, seed, ran, Date.now() - began);
    } catch (error) {
      return unplayed(row, store, seed, error as Error, Date.now() - began);
    }
  }
}
