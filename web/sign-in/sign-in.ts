import { addressOf, useToken } from '../api/client.js';
import { Failure } from '../api/failure.js';

/** What somebody has to show: the code of a link, or the admin token. */
export type Credentials = { code: string } | { token: string };

/** Begins a session, or throws a `Failure`. */
export async function signIn(credentials: Credentials): Promise<void> {
  const response = await fetch(addressOf('/api/v1/session'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  if (response.ok) return;
  if (response.status === 404 && 'token' in credentials) return tokenAlone(credentials.token);
  throw new Failure(await response.json().catch(() => undefined), response.status);
}

/** Where the server has no sessions yet, the page holds the token until it goes. */
async function tokenAlone(token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(addressOf('/api/v1/bot/config'), { headers });
  if (!response.ok) throw new Failure(await response.json(), response.status);
  useToken(token);
}

/** The code in the address, which is taken out of it at once: it must not stay in the history. */
export function codeInAddress(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? undefined;
  if (code) history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
