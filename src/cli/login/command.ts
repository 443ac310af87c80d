import { EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { askAdmin } from '../ask-admin.js';
import { NotNow, reach } from '../reach.js';
import type { SignInLink } from '../../console/sign-in/session.dto.js';

/** Prints a link that signs in at the console, and returns the exit code: 1 when there is none. */
export async function login({ json }: { json?: boolean }): Promise<number> {
  try {
    const recado = await reach(readEnv());
    const link = await askAdmin<SignInLink>(recado, 'POST', '/api/v1/session/link');
    process.stdout.write(`${json ? JSON.stringify(link) : link.url}\n`);
    if (process.stdout.isTTY && !json) process.stdout.write(`${ONCE}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NotNow || error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

const ONCE = 'Open it in a browser within ten minutes: it works once.';
