/**
 * The fault matrix: `npm run test:faults -- --only ROW,ROW --store mongo --seed S`. Without `--runs`
 * each row runs as often as it must at least. `--resume FILE` keeps each run in that file, and leaves
 * out what it has already. `--quick` is the reduced matrix: some of the rows, one `--short` run each. Prints a table, which `--json FILE` and
 * `--markdown FILE` write, too; ends with 1 when a promise did not hold.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between } from './report/between.js';
import { Matrix } from './matrix.js';
import { Results } from './report/results.js';
import { HEADINGS, markdownOf, tableOf } from './report/table.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    store: { type: 'string' },
    quick: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    resume: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});

const matrix = new Matrix(values);
if (values.list) {
  for (const { row, store, runs } of matrix.plan) console.log(`${row.name}@${store} ${runs}`);
  process.exit(0);
}
if (!matrix.plan.length) {
  console.error(`--only: no such row. There are: ${Matrix.names().join(', ')}`);
  process.exit(2);
}

const results = new Results(values.resume);
const skipped = await matrix.run(Number(values.seed), results);
const table = tableOf(
  matrix.plan.map(({ row, store }) => [row, store] as const),
  results,
);
console.table(table.map((line) => named(line)));
if (values.json) writeFileSync(values.json, `${JSON.stringify(table, null, 2)}\n`);
if (values.markdown) {
  const text = readFileSync(values.markdown, 'utf8');
  writeFileSync(values.markdown, between(text, 'table', markdownOf(table)));
}
const missing = matrix.missing(results);
for (const line of missing) console.log(line);
const failed = matrix.plan.length - skipped - matrix.held(results);
console.log(`${matrix.held(results)} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed ? 1 : 0);

function named(line: object): object {
  const headings = HEADINGS as Record<string, string>;
  return Object.fromEntries(Object.entries(line).map(([name, value]) => [headings[name], value]));
}
