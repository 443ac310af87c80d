import { EnvError } from '../env/env.js';
import { readEnv } from '../env/read-env.js';
import { NotNow, reach, type Reached } from './reach.js';

/**
 * Does a command's work, and returns its exit code. What an operator can put right is said on
 * stderr, and the code is 1.
 */
export async function work(doing: () => Promise<number>): Promise<number> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof NotNow || error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** The same for what is asked of the Recado that runs. */
export function withRecado(doing: (recado: Reached) => Promise<number>): Promise<number> {
  return work(async () => doing(await reach(readEnv())));
}

/** Prints data: as one line of JSON, or in words. */
export function print(json: boolean | undefined, data: unknown, words: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(data)}\n` : words());
}
