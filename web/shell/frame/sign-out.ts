import { sessionControllerEnd } from '../../api/dist/sdk.gen.js';
import { Failure } from '../../api/failure.js';

/**
 * Ends the session on the server, and forgets all that was shown. Throws where the server didn't
 * answer: the cookie counts on then, and whoever leaves must know.
 */
export async function signOut(): Promise<void> {
  await sessionControllerEnd().catch((error: unknown) => {
    if (!(error instanceof Failure && error.status === 401)) throw error;
  });
  // A whole new page: nothing of what was read stays in memory.
  location.assign(new URL('sign-in', document.baseURI));
}
