/** That waiting is of no use any more: `until` passes it on. */
export class NeverError extends Error {}

/**
 * Asks again until `what` gives something. What it throws meanwhile is a reason to ask again, and is
 * told when time is up.
 */
export async function until<T>(
  what: () => Promise<T | undefined | false>,
  withinMs: number,
  everyMs = 50,
): Promise<T> {
  const end = Date.now() + withinMs;
  let cause: unknown;
  for (;;) {
    try {
      const value = await what();
      if (value) return value;
    } catch (error) {
      if (error instanceof NeverError) throw error;
      cause = error;
    }
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
