/**
 * The mailbox against its model, for thousands of runs:
 * `npm run test:model -- --runs 5000 --seed 7 --store sqlite --commands 60`. A counterexample names the
 * seed and the path; with `--path` it alone is run again.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const STORES: Record<string, string> = { sqlite: 'SQLite', mongo: 'MongoDB' };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    commands: { type: 'string', default: '60' },
    path: { type: 'string' },
    store: { type: 'string' },
    trace: { type: 'boolean' },
  },
});
const { runs, seed, commands, path, store, trace } = values;
if (store && !STORES[store]) {
  console.error(`--store: there are ${Object.keys(STORES).join(' and ')}`);
  process.exit(2);
}

console.log(`Seed ${seed}, ${runs} runs of at most ${commands} commands on each store.`);
const given = ['run', '--project', 'system', 'test/model-based/mailbox.spec.ts'];
const only = store ? ['-t', `The mailbox on ${STORES[store]}`] : [];
const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...given, ...only], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // mongod writes here, too: what an fsync costs is none of this test's business.
    ...(existsSync('/dev/shm') && { TMPDIR: '/dev/shm' }),
    MODEL_RUNS: runs,
    MODEL_SEED: seed,
    MODEL_COMMANDS: commands,
    ...(path && { MODEL_PATH: path }),
    ...(trace && { MODEL_TRACE: 'yes' }),
  },
});
vitest.on('exit', (code) => process.exit(code ?? 1));
