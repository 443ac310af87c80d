import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { inLog } from './log-context.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in its answer, its errors and the log. */
    requestId: string;
  }
}

const ACCEPTABLE = /^[A-Za-z0-9._-]{1,64}$/;
/** Milliseconds above which a request is worth a line in the log. */
const SLOW = 5000;

const logger = new Logger('Http');

/** Middleware, before everything: each answer carries X-Request-Id, the caller's own if it is sane. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  request.requestId = given && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  inLog({ request_id: request.requestId }, next);
}

/** The template of the route that serves it. The address itself is a stranger's: it may be a text. */
export function routeOf({ route }: Request): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '(no route)';
}

/** Middleware: a line for each request, quiet unless it was slow. */
export function accessLog(request: Request, response: Response, next: NextFunction): void {
  const { method } = request;
  const start = performance.now();
  response.once('finish', () => {
    const ms = Math.round(performance.now() - start);
    const line = `${method} ${routeOf(request)} ${response.statusCode} ${ms} ms`;
    if (ms < SLOW) logger.debug(line);
    else logger.log(line);
  });
  next();
}
