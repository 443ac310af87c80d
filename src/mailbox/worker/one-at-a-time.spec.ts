import { expect, test } from 'vitest';
import { OneAtATime } from './one-at-a-time.js';

test('calls during a run make exactly one more run follow it', async () => {
  let runs = 0;
  let end = () => {};
  const once = new OneAtATime(() => (runs++, new Promise((resolve) => (end = resolve))));
  once.run();
  once.run();
  once.run();
  expect(runs).toBe(1);
  end();
  await expect.poll(() => runs).toBe(2);
  end();
  await once.idle();
  expect(runs).toBe(2);
});

test('a call at any moment around the end of a run starts another one', async () => {
  for (let turns = 0; turns < 12; turns++) {
    let runs = 0;
    const once = new OneAtATime(async () => void runs++);
    once.run();
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    const before = runs;
    once.run();
    await once.idle();
    await new Promise(setImmediate);
    expect(runs, `after ${turns} turns`).toBe(before + 1);
  }
});
