/** Milliseconds. */
export const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait before the next attempt, in milliseconds. Exponential with jitter: between half
 * and all of 1 s, 2 s, 4 s … up to five minutes.
 */
export function backoff(attempts: number, firstMs = FIRST_MS, random = Math.random): number {
  const longest = Math.min(LONGEST_MS, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(longest * (0.5 + random() / 2));
}
