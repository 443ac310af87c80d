import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type Clock, SystemClock } from '../clock.js';
import { parseBody } from './edge/body-parsers.js';
import { browserHeaders } from './edge/browser-headers.js';
import { pathPrefix } from './edge/path-prefix.js';
import { ProblemFilter } from './edge/problem.filter.js';
import { accessLog, requestId } from './edge/request-id.js';
import { Routes } from './edge/routes.js';
import { traceRequest } from './edge/trace-request.js';
import { hostRequired } from './edge/unread-requests.js';
import { RequestValidation } from './validation.js';

interface HttpOptions {
  /** Addresses whose X-Forwarded-For is believed; their other headers never are. */
  trustedProxies?: string[];
  /** Of PUBLIC_URL: a proxy may leave it on. */
  prefix?: string;
  /** What a library serves by GET, without a controller. */
  otherRoutes?: string[];
  /** A line in the log, at `debug`, for every request, not for the slow ones only. */
  logAll?: () => boolean;
  /** The machine's own, unless said otherwise. */
  clock?: Clock;
}

/**
 * What every request passes, in this order. The app must be created with `bodyParser: false`, on a
 * `BoundedExpressAdapter`.
 */
export function useHttp(app: NestExpressApplication, options: HttpOptions = {}): void {
  const { trustedProxies = [], prefix = '', otherRoutes, logAll = () => false } = options;
  const { clock = new SystemClock() } = options;
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustedProxies);
  const routes = Routes.of(app, otherRoutes);
  const prefixed = prefix ? [pathPrefix(prefix, routes)] : [];
  app.use(
    edge(
      requestId,
      accessLog(logAll, routes),
      ...prefixed,
      traceRequest(routes),
      browserHeaders,
      hostRequired,
      parseBody,
    ),
  );
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter(clock, routes));
}

/** Joins them into one layer of Express's router, whose walk costs more than what they do. */
function edge(...steps: RequestHandler[]): RequestHandler {
  return function edge(request: Request, response: Response, next: NextFunction): void {
    const step = (n: number) => {
      if (n === steps.length) return next();
      return steps[n](request, response, (error?: unknown) => (error ? next(error) : step(n + 1)));
    };
    step(0);
  };
}
