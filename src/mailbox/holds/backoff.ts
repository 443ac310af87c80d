/** The longest wait after the first attempt, in milliseconds. */
export const FIRST_MS = 1000;
/** The longest wait after any number of attempts, in milliseconds. */
const LONGEST_MS = 5 * 60_000;

/** How a wait grows, in milliseconds. */
interface Growth {
  firstMs?: number;
  mostMs?: number;
}

/**
 * Returns how many milliseconds to wait before the next attempt. The wait doubles with each
 * attempt, up to `mostMs` (five minutes). It is random between half and all of that, so that parts
 * which failed together aren't all tried again at the same moment.
 */
export function backoff(
  attempts: number,
  { firstMs = FIRST_MS, mostMs = LONGEST_MS }: Growth = {},
  random = Math.random,
): number {
  const longest = Math.min(mostMs, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(longest * (0.5 + random() / 2));
}
