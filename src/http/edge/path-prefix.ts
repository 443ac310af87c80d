import type { RequestHandler } from 'express';
import { firstStep, type Routes } from './routes.js';

/** The path of a public address, without a slash at its end: mostly empty. */
export function prefixOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '');
}

/**
 * Middleware: takes the prefix off where the proxy left it on, so that routes know nothing of it;
 * `originalUrl` keeps it. Only in front of what is served here: under the prefix `/api`,
 * `/api/v1/…` came without it.
 */
export function pathPrefix(prefix: string, { roots }: Routes): RequestHandler {
  return (request, _response, next) => {
    const rest = restOf(request.url, prefix);
    if (rest !== undefined && roots.has(firstStep(rest))) request.url = rest;
    next();
  };
}

/** What follows the prefix; undefined where the address doesn't begin with it. */
function restOf(url: string, prefix: string): string | undefined {
  const rest = url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
  if (rest === '' || rest?.startsWith('?')) return `/${rest}`;
  return rest?.startsWith('/') ? rest : undefined;
}
