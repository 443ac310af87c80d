import http from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import { stringify } from 'node:querystring';
import type { Duplex } from 'node:stream';
import { NoAnswer } from './twilio-answer.js';

/** Milliseconds after which an unused connection is closed, so that Twilio does not close it first. */
const IDLE_MS = 4000;
/** Bytes that an answer may have: a page of the list has 100 messages of up to 24 KB. */
const ANSWER_BYTES = 4 * 1024 * 1024;

/** Milliseconds, where nobody says less. */
const LONGEST_MS = 30_000;

/** The configured address of each of Twilio's hosts. No other host can be called. */
export interface Bases {
  'api.twilio.com': string;
  'messaging.twilio.com': string;
  'content.twilio.com'?: string;
  'monitor.twilio.com'?: string;
  'webhooks.twilio.com'?: string;
}

/** A request as Twilio's library makes it. */
export interface TwilioRequest {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  /** The form; JSON, where the headers say so. */
  data?: object;
  /** Milliseconds for the whole request. */
  timeout?: number;
}

/** Twilio's answer, as its library takes it: a body that is no JSON stays a text. */
interface Answered {
  statusCode: number;
  body: any;
  headers: http.IncomingHttpHeaders;
}

/**
 * The HTTP client under Twilio's own library, bound to the configured addresses. Credentials go nowhere
 * else: other hosts are refused, redirects are not followed, no proxy of the environment is taken. It
 * is Node's own: the library's costs several times as much for each message.
 */
export class BoundedRequestClient {
  private readonly plain = new WatchedHttpAgent({ keepAlive: true, timeout: IDLE_MS });
  private readonly secure = new WatchedHttpsAgent({ keepAlive: true, timeout: IDLE_MS });

  constructor(private readonly bases: () => Bases) {}

  /** Sends a request. Throws `NoAnswer` when none comes or the host is not one of Twilio's. */
  async request({ uri, timeout, ...asked }: TwilioRequest): Promise<Answered> {
    const address = this.addressOf(uri);
    if (!address) throw new NoAnswer(false, `refused to call ${new URL(uri).host}`);
    const signal = AbortSignal.timeout(timeout ?? LONGEST_MS);
    const request = this.begin(new URL(address), asked, signal);
    try {
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      const { statusCode = 0, headers } = response;
      return { statusCode, headers, body: parsed(await textOf(response)) };
    } catch (error) {
      throw new NoAnswer(maybeSent(request), signal.aborted ? TOO_LATE : reasonOf(error));
    }
  }

  private begin(
    url: URL,
    { method, username, password, headers, data }: Omit<TwilioRequest, 'uri'>,
    signal: AbortSignal,
  ): http.ClientRequest {
    const form = data && encoded(data, headers);
    const auth = `${username}:${password}`;
    const size = form === undefined ? {} : { 'Content-Length': Buffer.byteLength(form) };
    const options = { method, auth, signal, headers: { ...headers, ...size } };
    const request =
      url.protocol === 'https:'
        ? https.request(url, { ...options, agent: this.secure })
        : http.request(url, { ...options, agent: this.plain });
    // An error after the answer has begun is the answer's, too.
    return request.on('error', () => undefined).end(form);
  }

  /** Closes all connections, so that requests under way fail. */
  close(): void {
    for (const agent of [this.plain, this.secure]) agent.destroy();
  }

  private addressOf(uri: string): string | undefined {
    const { protocol, host, pathname, search } = new URL(uri);
    const bases: Partial<Record<string, string>> = { ...this.bases() };
    const base = protocol === 'https:' ? bases[host] : undefined;
    return base && base + pathname + search;
  }
}

function encoded(data: object, headers: Record<string, string> = {}): string {
  const json = headers['Content-Type'] === 'application/json';
  return json ? JSON.stringify(data) : stringify(data as Record<string, string>);
}

/** Sockets whose connection (and TLS handshake) is complete: a request may have been written to them. */
const ready = new WeakSet<Duplex>();

function watched<T extends Duplex | null | undefined>(socket: T, event: string): T {
  socket?.once(event, () => ready.add(socket));
  return socket;
}

class WatchedHttpAgent extends http.Agent {
  override createConnection(...args: Parameters<http.Agent['createConnection']>) {
    return watched(super.createConnection(...args), 'connect');
  }
}

class WatchedHttpsAgent extends https.Agent {
  override createConnection(...args: Parameters<https.Agent['createConnection']>) {
    return watched(super.createConnection(...args), 'secureConnect');
  }
}

/** A request is known not to have left only if it never had a complete connection. */
function maybeSent({ socket }: http.ClientRequest): boolean {
  return !!socket && ready.has(socket);
}

const TOO_LATE = 'no answer in time';

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(': ') || String(error);
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) throw new Error(`an answer of more than ${ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
