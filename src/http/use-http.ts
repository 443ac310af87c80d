import type { NestExpressApplication } from '@nestjs/platform-express';
import { useBodyParsers } from './body-parsers.js';
import { browserHeaders } from './browser-headers.js';
import { ProblemFilter } from './problem.filter.js';
import { accessLog, requestId } from './request-id.js';
import { hostRequired } from './unread-requests.js';
import { RequestValidation } from './validation.js';

/**
 * What every request passes, in this order. The app must be created with `bodyParser: false`, on a
 * `BoundedExpressAdapter`.
 * `trustedProxies`: addresses whose X-Forwarded-For is believed; their other headers never are.
 */
export function useHttp(app: NestExpressApplication, trustedProxies: string[] = []): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustedProxies);
  app.use(requestId, accessLog, browserHeaders(), hostRequired);
  useBodyParsers(app);
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter());
}
