import { assert } from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Driver } from './driver.js';
import { PARAMETERS, property, runsOf } from './property.js';
import { type ModelStore, mongoStore, sqliteStore } from './stores.js';

/** Milliseconds that one run may take, with what it takes to shrink it. */
const RUN_MS = 2000;

describe.each([
  ['SQLite', true, sqliteStore, 30],
  ['MongoDB', !!inject('mongo'), mongoStore, 6],
])('The mailbox on %s', (name, isThere, open, few) => {
  const numRuns = runsOf(few);
  let store: ModelStore;
  beforeAll(async () => {
    if (isThere) store = await open();
  });
  afterAll(() => store?.close());

  const options = { timeout: 60_000 + numRuns * RUN_MS };
  test.skipIf(!isThere)(
    'does what the model says, in whatever order things happen',
    options,
    async () => {
      const driver = new Driver(store);
      await assert(property(store, driver), { ...PARAMETERS, numRuns });
      if (numRuns > 100) console.info(name, driver.counts);
      expect(driver.counts.Claim).toBeGreaterThan(0);
    },
  );
});
