import type { Ready } from '../ready-watch.js';
import type { Refusal } from '../writers.js';

/**
 * Milliseconds. Who asks whether a node is ready, and sends it something then, must not be refused:
 * but what was refused had begun before, and the store may have come or gone between.
 */
const NEAR_MS = 3000;

/** Refusals by a Recado that ran, while each node that answered said all the time that it was ready. */
export function lies(said: readonly Ready[], refusals: readonly Refusal[]): string[] {
  const refused = refusals.filter(({ status }) => status !== null && status >= 500);
  return refused.flatMap(({ at, status }) => {
    const then = said.filter((one) => one.answered > at - NEAR_MS && one.asked < at + NEAR_MS);
    const allReady = then.length > 0 && then.every((one) => one.status === 200);
    return allReady ? [`${status} at ${new Date(at).toISOString()}`] : [];
  });
}
