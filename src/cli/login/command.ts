import { askAdmin } from '../ask-admin.js';
import { print, withRecado } from '../work.js';
import type { SignInLink } from '../../console/sign-in/session.dto.js';

/** Prints a link that signs in at the console, and returns the exit code: 1 when there is none. */
export function login({ json }: { json?: boolean }): Promise<number> {
  return withRecado(async (recado) => {
    const link = await askAdmin<SignInLink>(recado, 'POST', '/api/v1/session/link');
    print(json, link, () => `${link.url}\n`);
    if (process.stdout.isTTY && !json) process.stderr.write(`${ONCE}\n`);
    return 0;
  });
}

const ONCE = 'Open it in a browser within ten minutes: it works once.';
