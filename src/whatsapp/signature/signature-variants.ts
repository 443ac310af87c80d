import type { IncomingHttpHeaders } from 'node:http';
import { parse, stringify } from 'node:querystring';

/** The form of a host in a header. A header of another form is ignored. */
const HOST = /^(\[[0-9a-f:]{2,45}\]|[a-z0-9.-]{1,253})(:\d{1,5})?$/i;
const PREFIX = /^(\/[\w.~-]{1,64}){1,4}$/;
/** The most addresses that are tried, whatever the headers say: each costs an HMAC per token. */
const MAX_VARIANTS = 64;

/** An address that may have been signed, and how it differs from PUBLIC_URL. */
export interface Variant {
  url: string;
  differs: string[];
}

/** A part of an address that may have been signed, and how it differs from PUBLIC_URL's. */
type Candidate = [value: string, difference?: string];

/**
 * The addresses that Twilio may have been given instead of PUBLIC_URL, made from it and from the
 * request's own headers. They serve a hint to the operator only; no request is accepted by them.
 */
export function variants(publicUrl: string, path: string, headers: IncomingHttpHeaders): Variant[] {
  const { protocol, host, pathname } = new URL(publicUrl);
  const found: Variant[] = [];
  for (const [scheme, a] of schemes(protocol))
    for (const [name, b] of withPorts(scheme, hosts(host, headers)))
      for (const [rest, c] of paths(pathname.replace(/\/+$/, ''), path, headers)) {
        const differs = [a, b, c].filter((one) => one !== undefined);
        if (differs.length) found.push({ url: `${scheme}//${name}${rest}`, differs });
      }
  // The addresses that differ least come first.
  return found.sort((a, b) => a.differs.length - b.differs.length).slice(0, MAX_VARIANTS);
}

function schemes(protocol: string): Candidate[] {
  const other = protocol === 'https:' ? 'http:' : 'https:';
  return [[protocol], [other, `scheme ${other.slice(0, -1)}`]];
}

/** Every host that may have been signed, each with its port and without. */
function hosts(host: string, headers: IncomingHttpHeaders): Candidate[] {
  const named: Candidate[] = [
    [host],
    ...headerHost('Host', headers.host),
    ...headerHost('X-Forwarded-Host', first(headers['x-forwarded-host'])),
  ];
  const bare = named.flatMap(([name, how]): Candidate[] => {
    const without = name.replace(/:\d+$/, '');
    return without === name ? [] : [[without, `${how ? `${how}, ` : ''}without the port`]];
  });
  const port = /^\d{1,5}$/.exec(first(headers['x-forwarded-port']) ?? '')?.[0];
  const ported: Candidate[] = port
    ? [[`${host.replace(/:\d+$/, '')}:${port}`, `port ${port} (X-Forwarded-Port)`]]
    : [];
  return unique([...named, ...bare, ...ported]);
}

/** Adds the scheme's default port to hosts that have none: some callers sign it. */
function withPorts(scheme: string, names: Candidate[]): Candidate[] {
  const port = scheme === 'https:' ? 443 : 80;
  const bare = names.filter(([name]) => !/:\d+$/.test(name));
  return [
    ...names,
    ...bare.map(([name, how]): Candidate => [
      `${name}:${port}`,
      [how, `with port ${port}`].filter(Boolean).join(', '),
    ]),
  ];
}

function headerHost(header: string, value: string | undefined): Candidate[] {
  return value && HOST.test(value) ? [[value, `host ${value} (${header})`]] : [];
}

function paths(prefix: string, path: string, headers: IncomingHttpHeaders): Candidate[] {
  const forwarded = first(headers['x-forwarded-prefix'])?.replace(/\/+$/, '');
  const [bare, query] = split(path);
  const queries: Candidate[] = [[query && `?${query}`]];
  if (query) {
    queries.push(
      ['', 'without the query'],
      [`?${stringify(parse(query))}`, 'the query encoded anew'],
    );
  }
  const heads: Candidate[] = [[prefix + bare], [bare, `without the path prefix ${prefix}`]];
  if (forwarded && PREFIX.test(forwarded))
    heads.push([forwarded + bare, `path prefix ${forwarded} (X-Forwarded-Prefix)`]);
  heads.push([`${prefix}${bare}/`, 'a slash at the end']);
  return unique(
    heads.flatMap(([head, how]) =>
      queries.map(([tail, why]): Candidate => [
        head + tail,
        [how, why].filter(Boolean).join(', ') || undefined,
      ]),
    ),
  );
}

function split(path: string): [string, string] {
  const at = path.indexOf('?');
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0]?.split(',')[0].trim();
}

/** Keeps the first of equal candidates, which differs least. */
function unique(all: Candidate[]): Candidate[] {
  return all.filter(([value], at) => all.findIndex(([other]) => other === value) === at);
}
