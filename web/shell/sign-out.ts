import { addressOf, useToken } from '../api/client.js';

/** Ends the session, here and on the server, and forgets all that was shown. */
export async function signOut(): Promise<void> {
  useToken(undefined);
  await fetch(addressOf('/api/v1/session'), { method: 'DELETE' }).catch(() => undefined);
  // A whole new page: nothing of what was read stays in memory.
  location.assign(new URL('sign-in', document.baseURI));
}
