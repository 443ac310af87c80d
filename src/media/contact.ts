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

/** The name and the lines of a card that was sent as a contact (vCard, RFC 6350). */
export function contactIn(bytes: Uint8Array): { title?: string; text: string } {
  const lines = decode(bytes)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const valuesOf = (property: string) =>
    lines.flatMap((line) => {
      const [, value] =
        new RegExp(`^(?:[\\w-]+\\.)?${property}(?:;[^:]*)?:(.+)$`, 'i').exec(line) ?? [];
      return value ? [plain(value)] : [];
    });
  const [title] = valuesOf('FN');
  const text = LINES.flatMap(([property, lead]) => valuesOf(property).map((of) => lead + of));
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
