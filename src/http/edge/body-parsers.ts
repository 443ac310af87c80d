import { parse as parseForm } from 'node:querystring';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { type FieldError, Problem } from '../problems/problem.js';

const KIB = 1024;
export const FORM = 'application/x-www-form-urlencoded';
const IS_FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;
/** The route that takes files, which it reads itself. */
const UPLOADS = /^\/api\/v1\/knowledge\/documents\/?$/i;

/** What takes documents, or scenarios with the files that they send. */
const LARGE = ['/api/v1/knowledge/', '/api/v1/rehearsals'];

const text = express.text({ type: () => true, limit: 64 * KIB });
const document = express.json({ limit: 4096 * KIB, reviver });
const json = express.json({ limit: 64 * KIB, reviver });

/**
 * Middleware: parses each request's body. Nest's own parsers are off, so that a route takes its kind
 * and size only; the simulator parses for itself.
 */
export function parseBody(request: Request, response: Response, next: NextFunction): void {
  const path = request.path.toLowerCase();
  if (!path.startsWith('/api/v1/')) return next();
  const [read, take] = parserOf(path, request);
  read(request, response, (error?: unknown) => {
    if (error) next(unreadable(error));
    else next(take(request));
  });
}

type Take = (request: Request) => Problem | undefined;

function parserOf(path: string, request: Request): [RequestHandler, Take] {
  if (path.startsWith('/api/v1/whatsapp/') && isForm(request)) return [text, form];
  return [LARGE.some((prefix) => path.startsWith(prefix)) ? document : json, object];
}

/** Whether a request says that it carries a form, as Twilio's do. */
export function isForm({ headers }: Request): boolean {
  return IS_FORM.test(headers['content-type'] ?? '');
}

/**
 * Keeps every field as it came, in order of arrival; a repeated key becomes an array. The parser of
 * `qs` won't do: it reads `[0]=` as an index and drops names such as `__proto__`: the signature
 * covers them all.
 */
function form(request: Request): undefined {
  const given = typeof request.body === 'string' ? request.body : '';
  request.body = parseForm(given, '&', '=', { maxKeys: 0 });
}

/** Has the key as its message: the parser that passes it on keeps nothing else of an error. */
class ForbiddenKey extends SyntaxError {}

/** Refuses keys that could reach a prototype when the object is copied, and nests too deep. */
export function reviver(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new ForbiddenKey(key);
  return value;
}

/**
 * Refuses what is no JSON object, which would be taken for an empty request. On Twilio's side that is
 * left to the guard, which refuses what isn't signed.
 */
function object(request: Request): Problem | undefined {
  const { body: given, path } = request;
  if (Array.isArray(given)) return badRequest('The body must be a JSON object, not an array.');
  if (/^\/api\/v1\/whatsapp\//i.test(path)) return void (request.body ??= {});
  const known = given !== undefined || (UPLOADS.test(path) && request.is('multipart/form-data'));
  if (known || !hasBody(request)) return undefined;
  const detail = 'Send the body as JSON, with Content-Type: application/json.';
  return new Problem(415, 'Unsupported Media Type', detail);
}

function hasBody(request: Request): boolean {
  return 'transfer-encoding' in request.headers || Number(request.headers['content-length']) > 0;
}

/** Replaces the parsers' errors, which quote what they couldn't read. */
export function unreadable(error: unknown): unknown {
  const { type, limit, code } = error as { type?: string; limit?: number; code?: string };
  if (error instanceof ForbiddenKey) return forbidden(error.message);
  if (type === 'entity.too.large') return tooLarge(limit!);
  if (type === 'entity.parse.failed') return badRequest('The body is not a JSON object.');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new Problem(415, 'Unsupported Media Type', 'Send the body in UTF-8, uncompressed.');
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return badRequest('The body ended before its Content-Length.');
  return code?.startsWith('Z_') ? badRequest('The body cannot be unpacked.') : error;
}

/** `limit` in bytes. */
export function tooLarge(limit: number): Problem {
  const detail = `The body may have ${limit / KIB} KiB at most.`;
  return new Problem(413, 'Payload Too Large', detail);
}

function forbidden(field: string): Problem {
  const message = 'is not a name that a JSON object may have here';
  return badRequest(`${field} ${message}`, [{ field, message }]);
}

function badRequest(detail: string, errors?: FieldError[]): Problem {
  return new Problem(400, 'Bad Request', detail, { errors });
}
