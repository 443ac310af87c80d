/**
 * The fault matrix: `npm run test:faults -- --runs N --seed S --only ROW`. Prints a table at the
 * end, and ends with 1 when a promise did not hold.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seeded } from '../support/seeded.js';
import { startMongod } from '../support/stores/mongod.js';
import { ROWS, run, type Row } from './rows.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});

const rows = ROWS.filter(({ name }) => !values.only || name === values.only);
if (!rows.length) {
  console.error(`--only: no such row. There are: ${ROWS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const mongod = rows.some(({ store }) => store === 'mongo') ? await startMongod() : undefined;
if (typeof mongod === 'string') {
  console.warn(`*** MONGODB ROWS ARE SKIPPED: no mongod can be had (${mongod}).`);
  if (process.env.CI) process.exit(1);
}

const table: Record<string, string | number>[] = [];
for (let n = 0; n < Number(values.runs); n++) {
  for (const row of rows) table.push(await tried(row, Number(values.seed) + n));
}
if (typeof mongod === 'object') await mongod.stop();
console.table(table);
const count = (result: string) => table.filter((row) => row.result === result).length;
console.log(`${count('held')} passed, ${count('FAILED')} failed, ${count('skipped')} skipped`);
process.exit(count('FAILED') ? 1 : 0);

async function tried(row: Row, seed: number): Promise<Record<string, string | number>> {
  const line = { row: row.name, store: row.store, seed };
  if (row.store === 'mongo' && typeof mongod !== 'object') return { ...line, result: 'skipped' };
  const began = Date.now();
  console.log(`${row.name} (seed ${seed}) ...`);
  try {
    const mongoUri = row.store === 'mongo' ? freshUri() : undefined;
    const counts = await run(row, seeded(seed), { mongoUri });
    const seconds = Math.round((Date.now() - began) / 1000);
    return { ...line, result: 'held', ...counts, seconds };
  } catch (error) {
    console.error((error as Error).message);
    return { ...line, result: 'FAILED' };
  }
}

function freshUri(): string {
  const uri = new URL((mongod as { uri: string }).uri);
  uri.pathname = `/f_${randomUUID().replaceAll('-', '')}`;
  return uri.href;
}
