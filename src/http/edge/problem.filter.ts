import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Clock } from '../../clock.js';
import { cureOf, isStorageFailure } from '../../storage/storage.error.js';
import { Allowance } from '../../log/allowance.js';
import { isBadCursor } from '../cursor.js';
import { isUnrouted, otherMethod } from './other-methods.js';
import { bodyOf, Problem } from '../problems/problem.js';
import { routeOf } from './request-id.js';
import type { Routes } from './routes.js';

/** Seconds after which a caller may try again while the store is away. */
const RETRY_AFTER = '5';

/** Lines in the log a minute about requests that were put off: anybody can make any number. */
const PUT_OFF = 10;

/** Every error leaves through here, as `application/problem+json` and without internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');
  private readonly putOff: Allowance;

  constructor(
    clock: Clock,
    private readonly routes: Routes,
  ) {
    this.putOff = new Allowance(clock, PUT_OFF);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = otherMethod(error, request, this.routes) ?? problemOf(error);
    if (problem.getStatus() >= 500) this.log(problem, request, error);
    answer(http.getResponse<Response>(), problem, request.requestId);
  }

  private log(problem: Problem, request: Request, error: unknown): void {
    const status = problem.getStatus();
    if (status === 503 && !this.putOff.take()) return;
    const what = `${request.method} ${routeOf(request, this.routes)}: ${status} ${problem.detail}`;
    const expected = error instanceof Problem || error instanceof HttpException;
    const cause = error instanceof Problem ? error.cause : error;
    const message = `${what}${because(cause)}${this.unsaid()}`;
    if (expected || isStorageFailure(error)) this.logger.warn(message);
    else this.logger.error(message, error instanceof Error ? error.stack : undefined);
  }

  private unsaid(): string {
    const others = this.putOff.denied();
    return others ? ` ${others} more were answered 503 and not logged.` : '';
  }
}

function because(cause: unknown): string {
  if (isStorageFailure(cause)) return ` (${cause.message}) ${cureOf(cause)}`;
  return cause instanceof Error ? ` (${cause.message})` : '';
}

/** Any error as a problem. What isn't known to be fit for a caller becomes a bare 500. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return new Problem(status, STATUS_CODES[status] ?? 'Error', detailOf(error), { cause: error });
  }
  if (isBadCursor(error)) return notACursor(error);
  if (isStorageFailure(error)) {
    const detail = 'The store cannot be reached or written now. Try again.';
    const headers = { 'Retry-After': RETRY_AFTER };
    return new Problem(503, 'Service Unavailable', detail, { headers, cause: error });
  }
  const detail = 'Something went wrong here. The log tells more, under this request_id.';
  return new Problem(500, 'Internal Server Error', detail, { cause: error });
}

function notACursor({ message }: RangeError): Problem {
  const errors = [{ field: 'cursor', message }];
  return new Problem(400, 'Bad Request', 'cursor: use the next_cursor of a page.', { errors });
}

/** Nest's and Express's own words quote the address, which may be a text or a phone. */
function detailOf(error: HttpException): string {
  const { message } = error;
  if (isUnrouted(error)) return 'There is no such route: see /docs.';
  if (message.startsWith('Failed to decode')) return 'The address cannot be decoded.';
  return message;
}

/** Sends it, unless the answer has begun: then the connection is cut, so that it can't pass for whole. */
function answer(response: Response, problem: Problem, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(problem.getStatus())
    .set(problem.extra.headers ?? {})
    .type('application/problem+json')
    .send(JSON.stringify(bodyOf(problem, requestId)));
}
