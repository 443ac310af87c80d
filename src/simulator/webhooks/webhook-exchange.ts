import http from 'node:http';
import https from 'node:https';
import type { Connection } from './connection-overrides.js';

/** Twilio reads no more of an answer. */
const BODY_BYTES = 64 * 1024;

/** The other side was never reached, so it can't have seen the request. */
export class NotConnected extends Error {
  override name = 'NotConnected';
}

/** The other side was reached, and sent nothing for too long. */
export class ReadTimedOut extends Error {
  override name = 'ReadTimedOut';
}

export interface PreparedRequest {
  target: URL;
  options: http.RequestOptions;
  body: string;
}

/**
 * One request and its answer. Throws `NotConnected`, `ReadTimedOut`, or what broke after the
 * connection stood.
 */
export function exchange(request: PreparedRequest, connection: Connection, giveUp: AbortSignal) {
  const { request: send } = request.target.protocol === 'https:' ? https : http;
  return new Promise<{ status: number; contentType: string | null; body: string }>(
    (resolve, reject) => {
      let connected = false;
      let answering: http.IncomingMessage | undefined;
      const outgoing = send(request.target, { ...request.options, signal: giveUp });
      onConnect(outgoing, connection, {
        connected: () => (connected = true),
        late: (error) => (answering ?? outgoing).destroy(error),
      });
      outgoing.on('error', (cause: NodeJS.ErrnoException) => {
        reject(connected ? cause : new NotConnected('not connected', { cause }));
      });
      outgoing.on('response', (incoming) => {
        answering = incoming;
        read(incoming).then((body) => resolve({ ...head(incoming), body }), reject);
      });
      outgoing.end(request.body);
    },
  );
}

function onConnect(
  outgoing: http.ClientRequest,
  { connectMs, readMs }: Connection,
  then: { connected: () => void; late: (error: ReadTimedOut) => void },
): void {
  outgoing.on('socket', (socket) => {
    const tooLong = setTimeout(() => {
      outgoing.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' }));
    }, connectMs);
    socket.once('connect', then.connected);
    socket.once('connect', () => socket.setTimeout(readMs));
    socket.once('timeout', () => then.late(new ReadTimedOut('read timed out')));
    for (const end of ['connect', 'close']) socket.once(end, () => clearTimeout(tooLong));
  });
}

function head(incoming: http.IncomingMessage) {
  return {
    status: incoming.statusCode!,
    contentType: incoming.headers['content-type'] ?? null,
  };
}

async function read(incoming: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (size < BODY_BYTES) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, BODY_BYTES).toString('utf8');
}
