import { wasCut } from '../../storage.error.js';

/** Milliseconds. Who is refused must be so before Twilio gives up: only what failed soon is done again. */
const SOON_MS = 500;

/**
 * Does something once more if a connection to MongoDB was cut meanwhile. The driver does so, too, but
 * not for all commands, and of several that follow each other for each alone. `work` must be such that
 * nothing is wrong when it is done twice: what was cut may have been done.
 */
export async function overACut<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } catch (error) {
    if (!wasCut(error) || performance.now() - began > SOON_MS) throw error;
    return work();
  }
}
