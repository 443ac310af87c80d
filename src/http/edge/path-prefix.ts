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
    if (request.url.startsWith(`${prefix}/`)) {
      const rest = request.url.slice(prefix.length);
      if (roots.has(firstStep(rest))) request.url = rest;
    }
    next();
  };
}
