/**
 * Messages whose webhooks didn't come are found when they are older than a minute. They are stored
 * behind what came in since, with the time at which they were written.
 */
const FRESH_MS = 60_000;

/** Among so many of the messages stored last is the one that was written last. */
export const MOST_FOUND = 50;

/** Whether the message that was stored last, written at this time, is also the one written last. */
export function isFresh(at: number, now: number): boolean {
  return at > now - FRESH_MS;
}
