import { EgressError } from './egress.error.js';

/** The address as it is kept: of http or https, without a fragment. Throws an `EgressError`. */
export function fetchable(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (!url) throw refused('This is no address: give it whole, beginning with https://.');
  const { protocol, username, password } = url;
  if (!/^https?:$/.test(protocol))
    throw refused(`Only addresses of http: and https: are fetched, not of ${protocol}`);
  if (username || password)
    throw refused(
      'An address with a name or a password in it is not fetched: give one that everybody may ' +
        'open, or save the page and give the file.',
    );
  url.hash = '';
  return url;
}

/** The address that a redirect leads to, which is checked like the first one. */
export function redirected(from: URL, location: string | undefined): URL {
  if (!location)
    throw new EgressError('unreachable', `${from.hostname} redirects, and doesn't say where to.`);
  const to = fetchable(location, from);
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw refused(
      `${from.hostname} redirects from https: to http:, where anybody on the way can change what ` +
        'it says: give that address itself, if this is no matter.',
    );
  return to;
}

/** Only ports that pages are served on: others are of services that a request could disturb. */
export function checkPort({ port, protocol }: URL, allowed: ReadonlySet<number>): void {
  const asked = Number(port || (protocol === 'https:' ? 443 : 80));
  if (allowed.has(asked)) return;
  const others = [...allowed].join(', ');
  throw refused(`Nothing is fetched from port ${asked}: pages are served on ${others}.`);
}

export function notPublic(host: string, kind: string): EgressError {
  const word = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return refused(
    `${host} leads to an address that is not public (${word}), and from those nothing is fetched: ` +
      'save the page and give the file.',
  );
}

function refused(message: string): EgressError {
  return new EgressError('refused', message);
}
