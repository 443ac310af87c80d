import type { TimelineView } from '../api/dist/types.gen.js';

type Request = NonNullable<NonNullable<TimelineView['received']>['request']>;

/** What curl finds out for itself, and what was hidden: a signature, for one. */
const OWN = /^(host|content-length|accept)$/;
const HIDDEN = /^•+$/;

/** The request for a shell, as far as it is kept. */
export function curlOf({ method, path, headers, form }: Request, origin: string): string {
  const sent = Object.entries(headers).filter(
    ([name, value]) => !OWN.test(name) && !HIDDEN.test(value),
  );
  return [
    `curl -sS -X ${method} ${quoted(origin + path)}`,
    ...sent.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...Object.entries(form).map(
      ([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`,
    ),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
