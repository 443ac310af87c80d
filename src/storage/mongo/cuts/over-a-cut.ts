import { setTimeout } from 'node:timers/promises';
import { wasCut } from '../../storage.error.js';

/**
 * Milliseconds. Who is refused must be so before Twilio gives up, after 15 seconds: what failed later
 * isn't done again.
 */
const SOON_MS = 3000;
/** Milliseconds before the second time that it is done again; before each one more twice as long. */
const PAUSE_MS = 50;

/**
 * Does something again if a connection to MongoDB was cut meanwhile: a cut seldom comes alone, and a
 * webhook that is refused doesn't come back by itself. The driver does things again, too, but not for
 * all commands, and of several that follow each other for each alone. `work` must be such that nothing
 * is wrong when it is done more than once: what was cut may have been done.
 */
export async function overACut<T>(work: () => Promise<T>): Promise<T> {
  const ends = performance.now() + SOON_MS;
  for (let pause = 0; ; pause = pause * 2 || PAUSE_MS) {
    try {
      return await work();
    } catch (error) {
      if (!wasCut(error) || performance.now() + pause > ends) throw error;
      await setTimeout(pause);
    }
  }
}
