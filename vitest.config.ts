import { defineConfig } from 'vitest/config';

const threads = new URL('./test/support/typescript-in-threads.js', import.meta.url).href;

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.{spec,e2e-spec,contract-spec}.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    execArgv: ['--import', threads],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
});
