import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requests } from '../../metrics.js';
import { inLog } from '../../log/context.js';
import type { Routes } from './routes.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in its answer, its errors and the log. */
    requestId: string;
    /** When it came, of `performance.now()`. */
    arrivedAt: number;
  }
}

const ACCEPTABLE = /^[A-Za-z0-9._-]{1,64}$/;
/** Milliseconds above which a request is worth a line in the log. */
const SLOW = 5000;

const logger = new Logger('Http');

/** Middleware, before everything: each answer carries X-Request-Id, the caller's own if it is sane. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  request.arrivedAt = performance.now();
  request.requestId = given && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  inLog({ request_id: request.requestId }, next);
}

/**
 * The template of the route that serves a request, or would have: a body may be refused before that.
 * The address itself is never logged, for a stranger may have written a text into it.
 */
export function routeOf(request: Request, routes: Routes): string {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : (routes.templateAt(request) ?? '(no route)');
}

/** Methods that are counted by their names: a stranger must not make labels up. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Middleware: counts each request. A line for it, too, where `all` of them or it was slow. */
export function accessLog(all: () => boolean, routes: Routes): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      const ms = Math.round(performance.now() - request.arrivedAt);
      const method = METHODS.has(request.method) ? request.method : 'other';
      const route = routeOf(request, routes);
      const status = response.statusCode;
      requests.inc({ method, route, status });
      const slow = ms >= SLOW && !goesOn(response);
      if (!slow && !all()) return;
      const line = `${method} ${route} ${status} ${ms} ms`;
      if (slow) logger.log(line);
      else logger.debug(line);
    });
    next();
  };
}

/** Whether it is a stream of events, which lasts as long as somebody listens. */
function goesOn(response: Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}
