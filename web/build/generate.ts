import { createClient } from '@hey-api/openapi-ts';
import { writeScopes } from './write-scopes.js';

/** A `dist` is in no repository, and held to no rule of the sources. */
const CLIENT = new URL('../api/dist', import.meta.url).pathname;

/** Writes the client that a document gives to `web/api/dist`, in place of any before. */
export async function generate(document: object): Promise<void> {
  await createClient({
    input: document as { openapi: string },
    output: { path: CLIENT, entryFile: false },
    plugins: [
      '@hey-api/client-fetch',
      '@hey-api/sdk',
      '@hey-api/typescript',
      // The rules of each field: what a form may ask for isn't written twice.
      '@hey-api/schemas',
      '@tanstack/react-query',
    ],
    logs: { level: 'silent' },
  });
  writeScopes(document, CLIENT);
}
