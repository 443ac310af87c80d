import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

const threads = new URL('./test/support/typescript-in-threads.js', import.meta.url).href;

/** These want a mongod, though they stand beside the sources. */
const OF_MONGODB = 'src/**/*mongo.spec.ts';

/** Compiled modules are kept here: every process that a test starts loads the same ones. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, 'node_modules/.cache/recado-tests');

export default defineConfig({
  test: {
    execArgv: ['--import', threads],
    env: { NODE_COMPILE_CACHE },
    // For what hangs. A machine with as much again to do takes more than twice as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
    // Half of what a worker does is to wait for other processes: two cores have work for four.
    maxWorkers: 4,
    // A worker runs many files. To start one for each, which loads Nest, Mongoose and the sources
    // anew, costs more than all that the tests do.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/**/*.{spec,e2e-spec,contract-spec}.ts', OF_MONGODB],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          // No mongod, no build, and no whole app: its logger would stay for the worker's next file.
          name: 'unit',
          include: ['src/**/*.spec.ts'],
          exclude: [OF_MONGODB],
        },
      },
    ],
  },
});
