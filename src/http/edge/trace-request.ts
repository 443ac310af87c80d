import type { Request, RequestHandler } from 'express';
import { tracedFrom } from '../../tracing/traced.js';
import { routeOf } from './request-id.js';
import type { Routes } from './routes.js';

/** What is worth a trace: our API, without the stream of events, which lasts as long as somebody listens. */
const TRACED = /^\/api\/v1\/(?!events$)/;

/**
 * Middleware: a span for each request to the API, in the trace of its `traceparent` (W3C Trace Context).
 * Twilio sends no such header: a status callback has it in its address, where we put it.
 */
export function traceRequest(routes: Routes): RequestHandler {
  return (request, response, next) => {
    if (!TRACED.test(request.path)) return next();
    const { method, requestId } = request;
    const facts = { 'http.request.method': method, 'recado.request_id': requestId };
    tracedFrom(method, { kind: 'server', parent: parentOf(request), facts }, (span) => {
      response.once('close', () => {
        const route = routeOf(request, routes);
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.route': route,
          'http.response.status_code': response.statusCode,
        });
        span.end();
      });
      next();
    });
  };
}

function parentOf(request: Request): string | null {
  const { traceparent } = request.query;
  return request.get('traceparent') ?? (typeof traceparent === 'string' ? traceparent : null);
}
