import { client } from './dist/client.gen.js';
import { Failure } from './failure.js';

/** The address of the API: what the page's own `<base>` says, without its last step. */
const BASE = new URL('..', document.baseURI).pathname.replace(/\/$/, '');

/** Called when the server doesn't know us (any more). */
let whenSignedOut = () => {};

export function onSignedOut(then: () => void): void {
  whenSignedOut = then;
}

// Who it is, the browser's cookie says, which no script can read.
client.setConfig({ baseUrl: BASE, throwOnError: true, credentials: 'same-origin' });
client.interceptors.error.use((error, response) => {
  if (response?.status === 401) whenSignedOut();
  return new Failure(error, response?.status);
});

/** An address of the API, for what isn't called by the client: `/api/v1/events`. */
export const addressOf = (path: string): string => BASE + path;
