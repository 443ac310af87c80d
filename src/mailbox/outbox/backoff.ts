/** The longest wait after the first attempt, in milliseconds. */
export const FIRST_MS = 1000;
/** The longest wait after any number of attempts, in milliseconds. */
const LONGEST_MS = 5 * 60_000;

/**
 * Returns how many milliseconds to wait before the next attempt. The wait doubles with each
 * attempt, up to five minutes. It is random between half and all of that, so that parts which
 * failed together aren't all tried again at the same moment.
 */
export function backoff(attempts: number, firstMs = FIRST_MS, random = Math.random): number {
  const longest = Math.min(LONGEST_MS, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(longest * (0.5 + random() / 2));
}

/**
 * When an attempt of unknown outcome is first looked for in the channel's own list, in milliseconds:
 * after it began, which is longer than its request may take; and, where the request has ended already,
 * after it became known that nobody knows.
 */
export const [FIRST_LOOK_MS, LOOK_AT_ONCE_MS] = [15_000, 3000];
