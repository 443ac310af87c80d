const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/**
 * How long to wait after each try that failed, in milliseconds: the schedule that the Standard Webhooks
 * specification recommends, up to where it has taken a day
 * (https://github.com/standard-webhooks/standard-webhooks, "Webhook delivery schedule").
 */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

/** When to try again after so many tries; undefined after the last one. */
export function nextTry(tries: number, now: number): number | undefined {
  const wait = WAITS[tries - 1];
  return wait === undefined ? undefined : now + wait;
}
