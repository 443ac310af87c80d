import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What a browser is told not to do with our answers. Not told: to use HTTPS from now on. Whoever
 * ends TLS in front of us decides that for the whole host, and without TLS `/docs` would break.
 */
export function browserHeaders(): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      directives: { 'upgrade-insecure-requests': null, 'frame-ancestors': ["'none'"] },
    },
  });
}
