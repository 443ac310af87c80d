import { describe, expect, test } from 'vitest';
import { backoff } from './backoff.js';

describe('backoff', () => {
  test('doubles from a second up to five minutes', () => {
    const times = [1, 2, 3, 4, 9, 10, 50].map((n) => backoff(n, {}, () => 1));
    expect(times).toEqual([1000, 2000, 4000, 8000, 256_000, 300_000, 300_000]);
  });

  test('is spread over the upper half', () => {
    expect(backoff(3, {}, () => 0)).toBe(2000);
    expect(backoff(3, {}, () => 0.5)).toBe(3000);
  });

  test('begins and ends where it should', () => {
    const slow = { firstMs: 60_000, mostMs: 3_600_000 };
    const times = [1, 2, 6, 7, 50].map((n) => backoff(n, slow, () => 1));
    expect(times).toEqual([60_000, 120_000, 1_920_000, 3_600_000, 3_600_000]);
  });
});
