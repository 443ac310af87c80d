import { sessionControllerEnd } from '../api/dist/sdk.gen.js';

/** Ends the session on the server, and forgets all that was shown. */
export async function signOut(): Promise<void> {
  await sessionControllerEnd().catch(() => undefined);
  // A whole new page: nothing of what was read stays in memory.
  location.assign(new URL('sign-in', document.baseURI));
}
