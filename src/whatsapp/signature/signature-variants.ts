import type { IncomingHttpHeaders } from 'node:http';
import { parse, stringify } from 'node:querystring';

/** A host as a header may name it; what else stands there isn't tried. */
const HOST = /^(\[[0-9a-f:]{2,45}\]|[a-z0-9.-]{1,253})(:\d{1,5})?$/i;
const PREFIX = /^(\/[\w.~-]{1,64}){1,4}$/;
/** Whatever the headers say, no more addresses are tried. */
const MOST = 64;

/** An address that may have been signed, and where it differs from PUBLIC_URL. */
export interface Variant {
  url: string;
  differs: string[];
}

type Told = [value: string, difference?: string];

/**
 * Addresses that Twilio may have been told to call, near PUBLIC_URL and by the request's own
 * headers. For a hint to the operator only: nothing is let in by them.
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
  // Those that differ the least come first.
  return found.sort((a, b) => a.differs.length - b.differs.length).slice(0, MOST);
}

function schemes(protocol: string): Told[] {
  const other = protocol === 'https:' ? 'http:' : 'https:';
  return [[protocol], [other, `scheme ${other.slice(0, -1)}`]];
}

/** Each with its port and without. */
function hosts(host: string, headers: IncomingHttpHeaders): Told[] {
  const named: Told[] = [
    [host],
    ...headerHost('Host', headers.host),
    ...headerHost('X-Forwarded-Host', first(headers['x-forwarded-host'])),
  ];
  const bare = named.flatMap(([name, how]): Told[] => {
    const without = name.replace(/:\d+$/, '');
    return without === name ? [] : [[without, `${how ? `${how}, ` : ''}without the port`]];
  });
  const port = /^\d{1,5}$/.exec(first(headers['x-forwarded-port']) ?? '')?.[0];
  const ported: Told[] = port
    ? [[`${host.replace(/:\d+$/, '')}:${port}`, `port ${port} (X-Forwarded-Port)`]]
    : [];
  return unique([...named, ...bare, ...ported]);
}

/** Some callers sign the port also where it is the scheme's own. */
function withPorts(scheme: string, names: Told[]): Told[] {
  const port = scheme === 'https:' ? 443 : 80;
  const bare = names.filter(([name]) => !/:\d+$/.test(name));
  return [
    ...names,
    ...bare.map(([name, how]): Told => [
      `${name}:${port}`,
      [how, `with port ${port}`].filter(Boolean).join(', '),
    ]),
  ];
}

function headerHost(header: string, value: string | undefined): Told[] {
  return value && HOST.test(value) ? [[value, `host ${value} (${header})`]] : [];
}

function paths(prefix: string, path: string, headers: IncomingHttpHeaders): Told[] {
  const told = first(headers['x-forwarded-prefix'])?.replace(/\/+$/, '');
  const [bare, query] = split(path);
  const queries: Told[] = [[query && `?${query}`]];
  if (query) {
    queries.push(
      ['', 'without the query'],
      [`?${stringify(parse(query))}`, 'the query encoded anew'],
    );
  }
  const heads: Told[] = [[prefix + bare], [bare, `without the path prefix ${prefix}`]];
  if (told && PREFIX.test(told))
    heads.push([told + bare, `path prefix ${told} (X-Forwarded-Prefix)`]);
  heads.push([`${prefix}${bare}/`, 'a slash at the end']);
  return unique(
    heads.flatMap(([head, how]) =>
      queries.map(([tail, why]): Told => [
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

/** Of equal ones the first: it differs the least. */
function unique(told: Told[]): Told[] {
  return told.filter(([value], at) => told.findIndex(([other]) => other === value) === at);
}
