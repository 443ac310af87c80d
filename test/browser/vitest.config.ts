import { defineConfig } from 'vitest/config';

/** The page in a real browser, against the real app. `npm test` doesn't run these. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/browser/**/*.browser-spec.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    execArgv: ['--import', new URL('../support/typescript-in-threads.js', import.meta.url).href],
    // For what hangs. A machine with as much again to do takes more than twice as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Each file has an app and a browser of its own: two cores have work for two.
    maxWorkers: 2,
    isolate: false,
  },
});
