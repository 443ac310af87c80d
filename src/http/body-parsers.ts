import { parse as parseForm } from 'node:querystring';
import type { INestApplication } from '@nestjs/common';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { Problem } from './problem.js';

const KIB = 1024;
const FORM = 'application/x-www-form-urlencoded';
/** Under /api/v1: who takes files, and reads them itself. */
const UPLOADS = /^\/knowledge\/documents\/?$/i;

/**
 * What may be sent where. Nest's own parsers are off, so that each route takes its kind and size
 * only; the simulator parses for itself.
 */
export function useBodyParsers(app: INestApplication): void {
  app.use('/api/v1/whatsapp', express.text({ type: FORM, limit: 64 * KIB }), form);
  app.use('/api/v1/knowledge', express.json({ limit: 4096 * KIB, reviver }));
  app.use('/api/v1', express.json({ limit: 64 * KIB, reviver }), object);
  app.use(unreadable);
}

/**
 * Every field as it came, in order of arrival; a repeated key becomes an array. Not the parser
 * of `qs`, which reads `[0]=` as an index and drops names such as `__proto__`: the signature
 * covers them all.
 */
function form(request: Request, _: Response, next: NextFunction): void {
  const text = typeof request.body === 'string' ? request.body : '';
  request.body = { ...parseForm(text, '&', '=', { maxKeys: 0 }) };
  next();
}

/** No key may reach a prototype, wherever the object is copied later. */
function reviver(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('a key must not be __proto__');
  return value;
}

/**
 * An object in JSON, or nothing: another kind would be taken for an empty request. Twilio's side
 * is left to its guard, which refuses what isn't signed.
 */
function object(request: Request, _: Response, next: NextFunction): void {
  const { body, path } = request;
  if (Array.isArray(body)) return next(badRequest('The body must be a JSON object, not an array.'));
  const known = body !== undefined || (UPLOADS.test(path) && request.is('multipart/form-data'));
  if (known || !hasBody(request) || path.startsWith('/whatsapp/')) return next();
  const detail = 'Send the body as JSON, with Content-Type: application/json.';
  next(new Problem(415, 'Unsupported Media Type', detail));
}

function hasBody(request: Request): boolean {
  return 'transfer-encoding' in request.headers || Number(request.headers['content-length']) > 0;
}

/** The parsers' own errors quote what they couldn't read; ours don't. */
const unreadable: ErrorRequestHandler = (error, _request, _response, next) => {
  const { type, limit } = error as { type?: string; limit?: number };
  if (type === 'entity.too.large') next(tooLarge(limit!));
  else if (type === 'entity.parse.failed') next(badRequest('The body is not a JSON object.'));
  else if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    next(new Problem(415, 'Unsupported Media Type', 'Send the body in UTF-8, uncompressed.'));
  else if (type === 'request.aborted' || type === 'request.size.invalid')
    next(badRequest('The body ended before its Content-Length.'));
  else next(error);
};

/** `limit` in bytes. */
export function tooLarge(limit: number): Problem {
  const detail = `The body may have ${limit / KIB} KiB at most.`;
  return new Problem(413, 'Payload Too Large', detail);
}

function badRequest(detail: string): Problem {
  return new Problem(400, 'Bad Request', detail);
}
