import { defineConfig } from 'vitest/config';

/** Apart from `npm test`: these want what test/twilio/run fetches first. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/twilio/*.twilio-spec.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
