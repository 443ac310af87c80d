import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { NoAnswer } from './twilio-answer.js';

/** Milliseconds after which an unused connection is closed, so that Twilio does not close it first. */
const IDLE_MS = 4000;
/** Bytes that an answer may have: a page of the list has 100 messages of up to 24 KB. */
const ANSWER_BYTES = 4 * 1024 * 1024;

/** The configured address of each of Twilio's hosts. No other host can be called. */
export interface Bases {
  'api.twilio.com': string;
  'messaging.twilio.com': string;
  'monitor.twilio.com'?: string;
  'webhooks.twilio.com'?: string;
}

/**
 * Twilio's own HTTP client, bound to the configured addresses. Credentials go nowhere else: other
 * hosts are refused, and redirects are not followed. `timeout` (milliseconds) ends the whole request.
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
    // The library's own time-out counts only idle time once the connection is made.
    this.axios.interceptors.request.use((request) => {
      request.signal = AbortSignal.timeout(request.timeout!);
      return request;
    });
  }

  /** Sends a request. Throws `NoAnswer` when none comes or the host is not one of Twilio's. */
  override async request<T>(options: RequestClient.RequestOptions<T>) {
    const uri = this.addressOf(options.uri);
    if (!uri) throw new NoAnswer(false, `refused to call ${new URL(options.uri).host}`);
    try {
      return await super.request<T>({ ...options, uri, allowRedirects: false });
    } catch (error) {
      throw new NoAnswer(maybeSent(error), reasonOf(error));
    }
  }

  /** Closes all connections, so that requests under way fail. */
  close(): void {
    for (const agent of this.agents) agent.destroy();
  }

  private addressOf(uri: string): string | undefined {
    const { protocol, host, pathname, search } = new URL(uri);
    const bases: Partial<Record<string, string>> = { ...this.bases() };
    const base = protocol === 'https:' ? bases[host] : undefined;
    return base && base + pathname + search;
  }
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
