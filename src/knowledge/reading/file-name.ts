import { UnreadableFile } from './read-file.js';

/** UTF-16 units; longer names end in their extension all the same. */
const LONGEST = 200;

/** What could end a line, act on a terminal, or turn the direction in which a name is read. */
const INVISIBLE = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * The name under which a file is kept: its last part, whatever folders were given with it, on
 * Windows or elsewhere. Throws `UnreadableFile` when nothing is left.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!;
  const safe = last.toWellFormed().replace(INVISIBLE, '').normalize('NFC').trim();
  if (/^\.*$/.test(safe))
    throw new UnreadableFile('wrong-type', 'The file has no name. Name it, such as prices.pdf.');
  if (safe.length <= LONGEST) return safe;
  const extension = extensionOf(safe);
  const end = extension ? `.${extension}` : '';
  return (
    safe
      .slice(0, LONGEST - end.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + end
  );
}

/** In small letters, without its dot; of an address that of its path. Empty where there is none. */
export function extensionOf(name: string): string {
  const path = addressOf(name)?.pathname ?? name;
  return /[^/\\]\.(\w{1,10})$/.exec(path)?.[1].toLowerCase() ?? '';
}

/** The address of a page that was read from the web. */
export function addressOf(name: string): URL | undefined {
  return /^https?:/i.test(name) ? (URL.parse(name) ?? undefined) : undefined;
}
