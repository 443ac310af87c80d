import type { InboundAnswer } from '../api/dist/types.gen.js';

/** What curl finds out for itself. */
const OWN = new Set(['content-length', 'host']);

type Request = NonNullable<InboundAnswer['request']>;

/** The request exactly as it was sent, for a shell: the signature stays right. */
export function curlOf({ method, url, headers, body }: Request): string {
  const sent = Object.entries(headers).filter(([name]) => !OWN.has(name.toLowerCase()));
  return [
    `curl -sS -X ${method} ${quoted(url)}`,
    ...sent.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(body)}`,
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
