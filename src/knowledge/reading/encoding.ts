import { UnreadableFile } from './read-file.js';

const MARKS: [mark: string, encoding: string][] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** What a page of HTML says of itself stands within its first bytes. */
const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * The text of bytes: by their byte order mark, else as UTF-8, else as `declared` (the charset of a
 * content type) or a page's own `<meta charset>` has it, else as Windows-1252, which old programs
 * in western Europe and the Americas write. Throws `UnreadableFile` where that gives no text.
 */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const start = Buffer.from(bytes.subarray(0, 2048));
  const mark = MARKS.find(([sign]) => start.subarray(0, 3).toString('hex').startsWith(sign));
  if (mark) return textIn(bytes, mark[1])!;
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  const own = META.exec(start.toString('latin1'))?.[1];
  // UTF-8 comes first, whatever is declared: no other text passes for it by chance.
  const candidates = ['utf-8', declared, own, 'windows-1252'];
  for (const encoding of candidates) {
    const text = encoding && textIn(bytes, encoding);
    if (text !== undefined && text !== '' && isText(text)) return text;
  }
  throw new UnreadableFile(
    'wrong-type',
    "The file's letters can't be told apart. Save it as UTF-8 and give it again.",
  );
}

function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const fatal = !encoding.startsWith('utf-16');
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text has hardly any control characters; what is decoded wrongly has many, soon. */
function isText(text: string): boolean {
  const start = text.slice(0, 100_000);
  const strange = start.match(/[\p{Cc}\uFFFD]/gu)?.filter((found) => !/[\t\n\f\r]/.test(found));
  return (strange?.length ?? 0) <= start.length / 100;
}
