import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

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
const running = new AsyncLocalStorage<string>();

/** The id of the request that is being served; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return running.getStore();
}

/** Middleware, before everything: each answer carries X-Request-Id, the caller's own if it is sane. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  request.requestId = given && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  running.run(request.requestId, next);
}

/** Middleware: a line for each request, quiet unless it was slow. The query stays out: it may be a text. */
export function accessLog(request: Request, response: Response, next: NextFunction): void {
  const { method, path } = request;
  const start = performance.now();
  response.once('finish', () => {
    const ms = Math.round(performance.now() - start);
    const line = `${method} ${path} ${response.statusCode} ${ms} ms`;
    if (ms < SLOW) logger.debug(line);
    else logger.log(line);
  });
  next();
}
