import { describe, expect, test } from 'vitest';
import { backoff } from './backoff.js';

describe('backoff', () => {
  test('doubles from a second up to five minutes', () => {
    const times = [1, 2, 3, 4, 9, 10, 50].map((n) => backoff(n, 1000, () => 1));
    expect(times).toEqual([1000, 2000, 4000, 8000, 256_000, 300_000, 300_000]);
  });

  test('is spread over the upper half', () => {
    expect(backoff(3, 1000, () => 0)).toBe(2000);
    expect(backoff(3, 1000, () => 0.5)).toBe(3000);
  });
});
