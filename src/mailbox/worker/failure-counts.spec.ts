import { expect, test } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { StorageError } from '../../storage/storage.error.js';
import { FailureCounts } from './failure-counts.js';

const HOUR = 60 * 60_000;
const failing = (counts: FailureCounts, times: number, error: unknown) =>
  Array.from({ length: times }, () => counts.add('c', error)).at(-1);

test('what fails of its own again and again is given up, and is counted from the start after that', () => {
  const counts = new FailureCounts(new SetClock());
  expect(failing(counts, 8, new Error('own'))).toBeGreaterThan(60_000);
  expect(failing(counts, 1, new Error('own'))).toBeUndefined();
  expect(failing(counts, 1, new Error('own'))).toBeLessThan(2000);
});

test('a store that is away gives nothing up, and is tried every half minute', () => {
  const counts = new FailureCounts(new SetClock());
  expect(failing(counts, 100, new StorageError('away'))).toBeLessThanOrEqual(32_000);
});

test('what failed long ago may have got on since, on another node', () => {
  const clock = new SetClock();
  const counts = new FailureCounts(clock);
  failing(counts, 8, new Error('own'));
  clock.time += HOUR;
  expect(failing(counts, 1, new Error('own'))).toBeLessThan(2000);
});
