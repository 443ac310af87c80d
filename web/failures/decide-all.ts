import { failuresControllerDiscardAll, failuresControllerRetryAll } from '../api/dist/sdk.gen.js';
import type { Decided } from '../api/dist/types.gen.js';

/** The server decides about so many with one request. */
const AT_ONCE = 200;

/** What became of each, as far as it was tried. */
export interface DecidedSoFar {
  items: Decided[];
  /** It broke off: those that are missing were not tried. */
  brokeOff: boolean;
}

/**
 * Decides about all of them, so many at a time. What is done is told, also where a later part fails;
 * throws where the first does.
 */
export async function decideAll(what: 'retry' | 'discard', ids: string[]): Promise<DecidedSoFar> {
  const decide = what === 'retry' ? failuresControllerRetryAll : failuresControllerDiscardAll;
  const items: Decided[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    try {
      const { data } = await decide({ body: { ids: ids.slice(at, at + AT_ONCE) } });
      items.push(...data!.items);
    } catch (error) {
      if (!items.length) throw error;
      return { items, brokeOff: true };
    }
  }
  return { items, brokeOff: false };
}
