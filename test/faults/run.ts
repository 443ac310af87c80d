/**
 * The fault matrix: `npm run test:faults -- --only ROW,ROW --store mongo --seed S`. Without `--runs`
 * each row runs as often as it must at least. `--resume FILE` keeps each run in that file, and leaves
 * out what it has already. `--quick` is the reduced matrix: some of the rows, one `--short` run each.
 * `--mutations` breaks each promise in turn, which the check must show. `--list` tells the rows. Prints
 * a table, which `--json FILE` and `--markdown FILE` write, too; ends with 1 when a promise did not hold.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between } from './report/between.js';
import { Matrix } from './matrix.js';
import { type Caught, mutants } from './mutants.js';
import type { Mutation } from './mutations.js';
import { RunMongod } from './run-mongod.js';
import { Results } from './report/results.js';
import { HEADINGS, type Line, markdownOf, tableOf } from './report/table.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    store: { type: 'string' },
    quick: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    resume: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});

const seed = Number(values.seed);
const mongod = new RunMongod();
const matrix = new Matrix(values, mongod);
if (values.list) {
  for (const { row, store, runs } of matrix.plan) console.log(`${row.name}@${store} ${runs}`);
  process.exit(0);
}
if (!matrix.plan.length && !values.mutations) {
  console.error(`--only: no such row. There are: ${Matrix.names().join(', ')}`);
  process.exit(2);
}

const results = new Results(values.resume);
const skipped = values.mutations ? 0 : await matrix.run(seed, results);
const isTried = ({ name, quick }: Mutation) =>
  values.mutations
    ? !values.only || values.only.split(',').includes(name)
    : values.quick && !!quick;
const caught = await mutants(seed, mongod, isTried);
await mongod.stop();

const counts = { passed: 0, failed: 0, skipped };
if (!values.mutations) report();
if (caught.length) console.table(caught);
for (const one of caught) counts[verdictOf(one)]++;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed ? 1 : 0);

function verdictOf({ caught: how }: Caught): keyof typeof counts {
  if (how === 'skipped') return 'skipped';
  return how.startsWith('yes') ? 'passed' : 'failed';
}

/** The table, what is wrong in it, and the files that were asked for. */
function report(): void {
  const played = matrix.plan.map(({ row, store }) => [row, store] as const);
  const table = tableOf(played, results);
  console.table(table.map((line) => named(line)));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(table, null, 2)}\n`);
  if (values.markdown) {
    const text = readFileSync(values.markdown, 'utf8');
    writeFileSync(values.markdown, between(text, 'table', markdownOf(table)));
  }
  for (const line of matrix.missing(results)) console.log(line);
  counts.passed = matrix.held(results);
  counts.failed = matrix.plan.length - skipped - counts.passed;
}

function named(line: Line): object {
  const names = Object.keys(HEADINGS) as (keyof Line)[];
  return Object.fromEntries(names.map((name) => [HEADINGS[name], line[name]]));
}
