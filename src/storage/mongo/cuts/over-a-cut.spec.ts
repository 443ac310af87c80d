import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { overACut } from './over-a-cut.js';

const cut = () => Object.assign(new Error('read ECONNRESET'), { name: 'MongoNetworkError' });

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('what was cut some times in a row is done again', async () => {
  let times = 0;
  const work = async () => {
    if (++times < 4) throw cut();
    return 'done';
  };
  expect(await overACut(work)).toBe('done');
  expect(times).toBe(4);
});

test('what failed late is not', async () => {
  let times = 0;
  const work = async () => {
    times++;
    vi.advanceTimersByTime(3001);
    throw cut();
  };
  await expect(overACut(work)).rejects.toThrow('read ECONNRESET');
  expect(times).toBe(1);
});

test('what the store refused is not', async () => {
  let times = 0;
  const work = async () => {
    times++;
    throw new Error('E11000');
  };
  await expect(overACut(work)).rejects.toThrow('E11000');
  expect(times).toBe(1);
});
