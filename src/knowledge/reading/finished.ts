import { type Found, type ReadFile, UnreadableFile } from './read-file.js';

/** UTF-16 units. */
const MOST_CHARACTERS = 1_000_000;
const LONGEST_TITLE = 200;

/** What was found, cleaned. Throws `UnreadableFile` when that is too much, or nothing. */
export function finished({ title = '', text, format, metadata = {} }: Found): ReadFile {
  const cleaned = clean(text);
  if (!/[\p{L}\p{N}]/u.test(cleaned)) throw noText();
  if (cleaned.length > MOST_CHARACTERS) throw tooLong(cleaned.length);
  const line = clean(title.slice(0, 2 * LONGEST_TITLE)).replace(/\s+/g, ' ');
  const short = line.slice(0, LONGEST_TITLE).trim();
  return { title: short || undefined, text: cleaned, format, metadata };
}

/** Without what no reader of it sees, and with letters composed as others search for them. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t\f]|\uFEFF|\u00AD/gu, '')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

function tooLong(length: number): UnreadableFile {
  return new UnreadableFile(
    'too-large',
    `The text has ${length} characters; at most ${MOST_CHARACTERS} can be read. Part it and give its parts.`,
  );
}

function noText(): UnreadableFile {
  return new UnreadableFile(
    'no-text',
    'No text was found in the file. If it is a scan or a photo, turn it upright, make it larger and sharper, or give its text as DOCX, PDF or Markdown.',
  );
}
