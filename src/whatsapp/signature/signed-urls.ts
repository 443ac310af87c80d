import { isLoopback } from '../../env/env.js';
import { prefixOf } from '../../http/edge/path-prefix.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The addresses that Twilio may have signed for a request. Twilio signs the address that it was given:
 * PUBLIC_URL with its path prefix, which `http/edge/path-prefix.ts` took off the request. A loopback
 * address has three names; only our own simulator calls one.
 */
export class SignedUrls {
  private readonly bases: string[];

  constructor(publicUrl: string) {
    const { origin } = new URL(publicUrl);
    const origins = isLoopback(publicUrl)
      ? loopbackNames(publicUrl)
      : [originOf(publicUrl, origin)];
    this.bases = origins.map((name) => name + prefixOf(publicUrl));
  }

  /** The addresses for a request. `path` is its path and query without the prefix. */
  of(path: string): string[] {
    return this.bases.map((base) => base + path);
  }
}

/** The origin as the operator wrote it: Twilio signs an explicit :443 or a capital letter unchanged. */
function originOf(publicUrl: string, origin: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(publicUrl)?.[0] ?? origin;
}

function loopbackNames(publicUrl: string): string[] {
  const { protocol, host, hostname, port } = new URL(publicUrl);
  const names = LOOPBACK_NAMES.filter((name) => name !== hostname);
  return [host, ...names.map((name) => (port ? `${name}:${port}` : name))].map(
    (name) => `${protocol}//${name}`,
  );
}
