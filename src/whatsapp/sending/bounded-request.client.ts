import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { NoAnswer } from './twilio-answer.js';

/** Milliseconds after which an unused connection is closed: before the other side closes it. */
const IDLE_MS = 4000;
/** Bytes of an answer: Twilio's are a few KiB. */
const ANSWER_BYTES = 1024 * 1024;

/** Where Twilio's hosts really are. Nothing else can be reached. */
export interface Bases {
  'api.twilio.com': string;
  'messaging.twilio.com': string;
}

/**
 * Twilio's own client, bound to the configured bases: credentials go nowhere else, not by another
 * host, a redirect or a proxy from the environment. `timeout` ends the whole request.
 */
export class BoundedRequestClient extends RequestClient {
  private readonly bases: () => Bases;
  private readonly agents = [
    new WatchedHttpAgent({ keepAlive: true, timeout: IDLE_MS }),
    new WatchedHttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
  ];

  constructor(bases: () => Bases) {
    super({ autoRetry: false });
    this.bases = bases;
    [this.axios.defaults.httpAgent, this.axios.defaults.httpsAgent] = this.agents;
    this.axios.defaults.maxContentLength = ANSWER_BYTES;
    // The library's own time-out only counts idle time once a connection stands.
    this.axios.interceptors.request.use((request) => {
      request.signal = AbortSignal.timeout(request.timeout!);
      return request;
    });
  }

  override async request<T>(options: RequestClient.RequestOptions<T>) {
    const uri = this.placeOf(options.uri);
    if (!uri) throw new NoAnswer(false, `refused to call ${new URL(options.uri).host}`);
    try {
      return await super.request<T>({ ...options, uri, allowRedirects: false });
    } catch (error) {
      throw new NoAnswer(maybeSent(error), reasonOf(error));
    }
  }

  /** Closes the connections. Requests under way fail. */
  close(): void {
    for (const agent of this.agents) agent.destroy();
  }

  private placeOf(uri: string): string | undefined {
    const { protocol, host, pathname, search } = new URL(uri);
    const bases: Partial<Record<string, string>> = { ...this.bases() };
    const base = protocol === 'https:' ? bases[host] : undefined;
    return base && base + pathname + search;
  }
}

/** Sockets that were connected, with TLS done: from then on a request may have been written. */
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

/** Only a request that never had a connection that was ready is known not to have left. */
function maybeSent(error: unknown): boolean {
  const { request } = error as { request?: { socket?: Duplex | null } };
  if (!request || !('socket' in request)) return true;
  return !!request.socket && ready.has(request.socket);
}

function reasonOf(error: unknown): string {
  const { code, message, name } = error as { code?: string; message?: string; name?: string };
  if (name === 'CanceledError') return 'no answer in time';
  return [code, message].filter(Boolean).join(': ') || String(error);
}
