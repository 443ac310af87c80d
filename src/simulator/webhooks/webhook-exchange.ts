import http from 'node:http';
import https from 'node:https';

const CONNECT_MS = 5_000;
/** Twilio reads no more of an answer. */
const BODY_BYTES = 64 * 1024;

/** The other side was never reached, so it can't have seen the request. */
export class NotConnected extends Error {
  override name = 'NotConnected';
}

export interface PreparedRequest {
  target: URL;
  options: http.RequestOptions;
  body: string;
}

/** One request and its answer. Throws `NotConnected`, or what broke after the connection stood. */
export function exchange(request: PreparedRequest, giveUp: AbortSignal) {
  const { request: send } = request.target.protocol === 'https:' ? https : http;
  return new Promise<{ status: number; contentType: string | null; body: string }>(
    (resolve, reject) => {
      let connected = false;
      const outgoing = send(request.target, { ...request.options, signal: giveUp });
      onConnect(outgoing, () => (connected = true));
      outgoing.on('error', (cause: NodeJS.ErrnoException) => {
        reject(connected ? cause : new NotConnected('not connected', { cause }));
      });
      outgoing.on('response', (incoming) => {
        read(incoming).then((body) => resolve({ ...head(incoming), body }), reject);
      });
      outgoing.end(request.body);
    },
  );
}

function onConnect(outgoing: http.ClientRequest, connected: () => void): void {
  outgoing.on('socket', (socket) => {
    const tooLong = setTimeout(() => {
      outgoing.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' }));
    }, CONNECT_MS);
    socket.once('connect', connected);
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
