import { decode } from '../knowledge/reading/encoding.js';

/** What a card says that a business may be asked about, and how its line begins in the text. */
const LINES: [property: string, lead: string][] = [
  ['FN', ''],
  ['ORG', ''],
  ['TITLE', ''],
  ['TEL', 'Tel. '],
  ['EMAIL', 'E-mail: '],
  ['ADR', ''],
  ['URL', ''],
];

/** Bytes of a card that are read: a card has a few KiB, and with a picture some hundreds. */
const MOST_BYTES = 1024 * 1024;
/** A property, which may stand in a group and have parameters, and its value. */
const LINE = /^(?:[\w-]+\.)?([\w-]+)(?:;[^:]*)?:(.+)$/;

/** The name and the lines of a card that was sent as a contact (vCard, RFC 6350). */
export function contactIn(bytes: Uint8Array): { title?: string; text: string } {
  const lines = decode(bytes.subarray(0, MOST_BYTES))
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const values = new Map<string, string[]>(LINES.map(([property]) => [property, []]));
  for (const line of lines) {
    const [, property, value] = LINE.exec(line) ?? [];
    if (value) values.get(property.toUpperCase())?.push(plain(value));
  }
  const [title] = values.get('FN')!;
  const text = LINES.flatMap(([property, lead]) => values.get(property)!.map((of) => lead + of));
  return { ...(title && { title }), text: text.join('\n') };
}

/** Parts of an address or an organisation stand between semicolons; a backslash keeps a sign. */
function plain(value: string): string {
  const parts = value
    .replace(/(?<!\\);/g, '\n')
    .replace(/\\n/gi, ' ')
    .replace(/\\(.)/g, '$1');
  return parts
    .split('\n')
    .filter((part) => part.trim())
    .join(', ')
    .trim();
}
