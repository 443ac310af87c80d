import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { checkPort, fetchable, notPublic, redirected } from './address.js';
import { EgressError, unreachable } from './egress.error.js';
import { ask, bodyOf } from './exchange.js';
import { whyNotPublic } from './public-address.js';
import type { Fetched, Own, Posting, Wish } from './wish.js';

/** What may be reached, and within which limits. Tests have their own; nothing else has. */
export interface Reach {
  /** All addresses of a host's name. */
  resolve(host: string): Promise<LookupAddress[]>;
  /** Why nothing is fetched from an address; undefined where it may be. */
  whyNot(address: string): string | undefined;
  ports: ReadonlySet<number>;
  /** Bytes of a body, compressed or not. */
  bytes: number;
  /** Milliseconds for all: names, redirects and body. */
  timeoutMs: number;
}

/** The public internet, where web pages are served. */
export const PUBLIC_INTERNET: Reach = {
  resolve: (host) => lookup(host, { all: true }),
  whyNot: whyNotPublic,
  ports: new Set([80, 443, 8080, 8443]),
  bytes: 10 * 1024 * 1024,
  timeoutMs: 15_000,
};

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The one client for addresses that come from a user, a document or a call of the API. What the
 * environment names is the operator's own and goes by other clients. See docs/decisions/0016.
 */
export class Egress {
  constructor(private readonly reach: Reach = PUBLIC_INTERNET) {}

  /** Gets what is at an address. Throws an `EgressError`. */
  get(address: string, wish: Wish = {}): Promise<Fetched> {
    const { bytes } = { ...this.reach, ...wish };
    return this.within(address, wish, (url, signal) =>
      this.follow(url, { signal, bytes, own: wish.own }),
    );
  }

  /**
   * Posts to an address and returns the HTTP status, also that of a redirect, which isn't followed. Of
   * the answer nothing is read. Throws an `EgressError` where there is none.
   */
  post(address: string, { headers, body, mayBeAnywhere, ...wish }: Posting): Promise<number> {
    return this.within(address, wish, async (url, signal) => {
      const addresses = await this.allowed(url, signal, mayBeAnywhere);
      const response = await ask(url, addresses, signal, { headers, body });
      response.destroy();
      return response.statusCode!;
    });
  }

  /** Throws an `EgressError` for an address that nothing is posted to. A name isn't looked up. */
  checkPosting(address: string, mayBeAnywhere: boolean): void {
    const url = fetchable(address);
    if (mayBeAnywhere) return;
    checkPort(url, this.reach.ports);
    const literal = literalOf(url);
    const kind = isIP(literal) ? this.reach.whyNot(literal) : undefined;
    if (kind) throw notPublic(url.hostname, kind);
  }

  private async within<T>(
    address: string,
    wish: Wish,
    work: (url: URL, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { timeoutMs } = { ...this.reach, ...wish };
    const late = AbortSignal.timeout(timeoutMs);
    const signal = wish.signal ? AbortSignal.any([late, wish.signal]) : late;
    const url = fetchable(address);
    try {
      return await work(url, signal);
    } catch (error) {
      if (late.aborted) throw tooSlow(url, timeoutMs);
      throw error instanceof EgressError ? error : unreachable(url.hostname, error);
    }
  }

  private async follow(url: URL, call: Call, redirects = 0): Promise<Fetched> {
    const response = await this.request(url, call);
    try {
      if (!REDIRECTS.has(response.statusCode!)) return await this.read(url, response, call.bytes);
    } finally {
      response.destroy();
    }
    if (redirects === MOST_REDIRECTS) throw tooOften(url);
    const to = redirected(url, response.headers.location);
    // Who was led away once gets no credentials any more, even where it is led back.
    const own = to.origin === call.own?.origin ? call.own : undefined;
    return this.follow(to, { ...call, own }, redirects + 1);
  }

  /** Asks at the addresses that were checked: the name isn't looked up again. */
  private async request(url: URL, { signal, own }: Call): Promise<IncomingMessage> {
    const isOwn = url.origin === own?.origin;
    const addresses = await this.allowed(url, signal, isOwn);
    const headers = isOwn ? { Authorization: own.authorization } : undefined;
    return ask(url, addresses, signal, { headers });
  }

  private async allowed(url: URL, signal: AbortSignal, mayBeAnywhere: boolean) {
    if (!mayBeAnywhere) checkPort(url, this.reach.ports);
    const addresses = await unlessAborted(this.addressesOf(url), signal);
    const whyNot = ({ address }: LookupAddress) => this.reach.whyNot(address);
    const kind = mayBeAnywhere ? undefined : addresses.map(whyNot).find(Boolean);
    if (kind) throw notPublic(url.hostname, kind);
    return addresses;
  }

  /** A literal address is no name to look up; `URL` has brought each way of writing it to one. */
  private async addressesOf(url: URL): Promise<LookupAddress[]> {
    const literal = literalOf(url);
    const family = isIP(literal);
    if (family) return [{ address: literal, family }];
    const found = await this.reach.resolve(url.hostname);
    if (!found.length) throw Object.assign(new Error(), { code: 'ENOTFOUND' });
    return found;
  }

  private async read(url: URL, response: IncomingMessage, most: number): Promise<Fetched> {
    const status = response.statusCode!;
    if (status !== 200)
      throw new EgressError(
        'status',
        `${url.hostname} answers HTTP ${status}: see in a browser where nobody is signed in ` +
          'whether the page is there.',
        { status },
      );
    const bytes = await bodyOf(response, most);
    return { url: url.href, contentType: response.headers['content-type'] ?? '', bytes };
  }
}

function literalOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** One call on its way: the next address of it. */
interface Call {
  signal: AbortSignal;
  bytes: number;
  own?: Own;
}

/** A look-up can't be ended, but need not be waited for. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function tooSlow({ hostname }: URL, timeoutMs: number): EgressError {
  const message = `${hostname} takes more than ${timeoutMs / 1000} s: try again later.`;
  return new EgressError('too-slow', message);
}

function tooOften({ hostname }: URL): EgressError {
  const message = `${hostname} redirects more than ${MOST_REDIRECTS} times: give the last address.`;
  return new EgressError('unreachable', message);
}
