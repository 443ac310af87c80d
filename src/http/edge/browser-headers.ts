import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * What a browser is told not to do with our answers. Not told: to use HTTPS from now on. Whoever
 * ends TLS in front of us decides that for the whole host, and without TLS `/docs` would break. Nor
 * what only Internet Explorer, Flash and their times knew: each header costs every answer.
 */
const tell = helmet({
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  contentSecurityPolicy: {
    directives: { 'upgrade-insecure-requests': null, 'frame-ancestors': ["'none'"] },
  },
});

/** Middleware: the same headers on every answer, so that helmet is asked for them once. */
export const browserHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  next();
};

const HEADERS = headersOf(tell);

function headersOf(middleware: typeof tell): [string, string][] {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  let failed: unknown;
  const next: NextFunction = (error) => (failed = error);
  middleware({ headers: {} } as Request, response as unknown as Response, next);
  if (failed) throw failed;
  return [...headers];
}
