import { client } from './dist/client.gen.js';

/**
 * The key under which the generated queries keep what an operation answered. The first page's own
 * queries are written by hand under the same keys: the generated ones, of all operations, are one
 * file, which it need not load.
 */
export function keyOf(operation: string, given: { query?: object; path?: object } = {}) {
  return [{ _id: operation, baseUrl: client.getConfig().baseUrl, ...given }] as const;
}
