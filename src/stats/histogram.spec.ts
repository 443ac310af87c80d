import { expect, test } from 'vitest';
import { add, classOf, type Histogram, percentile } from './histogram.js';

function histogramOf(durations: number[]): Histogram {
  const all: Histogram = {};
  for (const ms of durations) add(all, { [classOf(ms)]: 1 });
  return all;
}

test.each([1, 3, 17, 180, 2500, 61_000, 3_600_000])('is within 5 %% at %d ms', (ms) => {
  const drawn = percentile(histogramOf([ms]), 0.5)!;
  expect(Math.abs(drawn - ms)).toBeLessThanOrEqual(Math.max(1, ms * 0.05));
});

test('half of all are at or below p50, and 95 of a hundred at or below p95', () => {
  const all = histogramOf(Array.from({ length: 1000 }, (_, n) => n + 1));
  expect(Math.abs(percentile(all, 0.5)! - 500)).toBeLessThan(30);
  expect(Math.abs(percentile(all, 0.95)! - 950)).toBeLessThan(50);
});

test('of nothing there is none', () => {
  expect(percentile({}, 0.5)).toBeNull();
});
