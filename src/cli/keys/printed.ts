import { EnvError } from '../../env/env.js';
import { NotNow } from '../reach.js';

/** What a command found: `text` for a person, `data` for a program; `wrong`: it exits with 1. */
export interface Printed {
  text: string;
  data: unknown;
  wrong?: boolean;
}

/** Runs a command, prints what it found, and returns the exit code. */
export async function printed(
  json: boolean | undefined,
  command: () => Promise<Printed>,
): Promise<number> {
  try {
    const { text, data, wrong } = await command();
    process.stdout.write(`${json ? JSON.stringify(data) : text.trimEnd()}\n`);
    return wrong ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NotNow || error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
