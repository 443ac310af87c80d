import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NextFunction, Request, Response } from 'express';
import { bodyOf, Problem } from '../problems/problem.js';

/** What Node's parser objects to, by its codes; anything else is a 400. */
const REFUSALS: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers may have 16 KiB at most.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};

/** Answers what Node's parser refuses as a problem, where Node's own answer would have no body. */
export function answerUnread(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket));
  server.on('checkExpectation', (_request, response) => {
    const problem = problemOf(417, 'Of expectations, only 100-continue is met.');
    const [headers, body] = rendered(problem);
    response.writeHead(417, headers).end(body);
  });
}

/** HTTP/1.1 wants a Host header (RFC 9112, section 3.2). */
export function hostRequired(request: Request, _: Response, next: NextFunction): void {
  if (request.headers.host !== undefined || request.httpVersion !== '1.1') return next();
  next(problemOf(400, 'Send a Host header.'));
}

function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: begun } = socket as { _httpMessage?: ServerResponse };
  // A second answer must not be written into one that has begun.
  if (code === 'ECONNRESET' || !socket.writable || begun?.headersSent) {
    socket.destroy();
    return;
  }
  const known = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  const problem = problemOf(
    ...(known ?? ([400, 'That is not HTTP as it is known here.'] as const)),
  );
  const [headers, body] = rendered(problem);
  const status = problem.getStatus();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`);
}

function problemOf(status: number, detail: string): Problem {
  return new Problem(status, STATUS_CODES[status]!, detail);
}

function rendered(problem: Problem): [Record<string, string>, string] {
  const id = randomUUID();
  const body = JSON.stringify(bodyOf(problem, id));
  const headers = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Request-Id': id,
    Connection: 'close',
  };
  return [headers, body];
}
