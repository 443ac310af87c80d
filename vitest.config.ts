import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.{spec,e2e-spec,contract-spec}.ts'],
    execArgv: [
      '--import',
      new URL('./test/support/typescript-in-threads.js', import.meta.url).href,
    ],
    testTimeout: 20_000,
  },
});
