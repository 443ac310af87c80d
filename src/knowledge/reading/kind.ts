import { addressOf, extensionOf } from './file-name.js';
import { type GivenFile, UnreadableFile } from './read-file.js';
import { type BinaryKind, signatureOf } from './signatures.js';

export type TextKind = 'markdown' | 'text' | 'html' | 'csv';
export type Kind = BinaryKind | TextKind;

const EXTENSIONS: Record<string, Kind> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  pdf: 'pdf',
  docx: 'docx',
  ...Object.fromEntries(
    ['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'bmp', 'gif'].map((name) => [name, 'image']),
  ),
};
const TYPES: [RegExp, Kind][] = [
  [/^text\/(x-)?markdown/, 'markdown'],
  [/^text\/plain/, 'text'],
  [/^text\/html|^application\/xhtml\+xml/, 'html'],
  [/^text\/(csv|tab-separated-values)/, 'csv'],
  [/^application\/pdf/, 'pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document/, 'docx'],
  [/^image\/(png|jpe?g|webp|tiff|bmp|gif)/, 'image'],
];
/** As a sentence names it. */
export const NAMES: Record<Kind, string> = {
  markdown: 'Markdown',
  text: 'text',
  html: 'an HTML page',
  csv: 'CSV',
  pdf: 'a PDF',
  docx: 'a DOCX document',
  image: 'an image',
};
const READ = 'Markdown, text, HTML, PDF, DOCX, CSV and images';

/**
 * What a file is: by its bytes first, then by its name, then by its content type; of a page of the
 * web by its content type before its name. Throws `UnreadableFile` for what can't be read.
 *
 * A PDF, a DOCX or an image under another name is taken as what it is: their first bytes leave no
 * doubt, people rename files, and each is read in a thread that can do no harm. A page of HTML
 * under the name of a text is taken for the same reason. But a text or a page that is named like a
 * PDF, a DOCX or an image is refused: nobody writes such a file, it is what a failed download
 * leaves, and "404 Not found" must not become an answer.
 */
export function kindOf({ name, bytes, contentType = '' }: GivenFile): Kind {
  const type = contentType.split(';')[0].trim().toLowerCase();
  const extension = extensionOf(name);
  const signed = signatureOf(bytes, extension);
  if (signed) return signed;
  const byName = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  const byType = TYPES.find(([each]) => each.test(type))?.[1];
  const declared = addressOf(name) ? (byType ?? byName) : (byName ?? byType);
  if (isBinary(bytes)) throw declared ? unlike(declared) : unknown('The file holds no text');
  const html =
    /^(\xEF\xBB\xBF)?\s*(<\?xml[^>]*>\s*)?(<!--[^]{0,2000}?-->\s*)?<(!doctype html|html)\b/i;
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  const found = html.test(start) ? 'html' : undefined;
  if (declared === 'pdf' || declared === 'docx' || declared === 'image')
    throw unlike(declared, found ?? 'text');
  if (found || declared) return (found ?? declared)!;
  if (extension) throw unknown(`Files that end in .${extension} aren't read`);
  if (/^(|application\/octet-stream)$/.test(type)) return 'text';
  throw unknown(`${type} isn't read`);
}

/** Zeros are in no text but UTF-16, which begins with its mark or has one at each second place. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  if (!start.includes(0)) return false;
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  return mark !== 'fffe' && mark !== 'feff';
}

function unlike(declared: Kind, found?: TextKind): UnreadableFile {
  const holds = found ? `holds ${NAMES[found]}` : "doesn't begin like one";
  const advice = found ? 'Is it what a failed download left?' : 'It may be damaged.';
  return new UnreadableFile(
    'wrong-type',
    `The file is named as ${NAMES[declared]}, but ${holds}. ${advice} Save it again from where it comes.`,
  );
}

function unknown(what: string): UnreadableFile {
  return new UnreadableFile(
    'wrong-type',
    `${what}. Recado reads ${READ}: save it as one of them and give it again.`,
  );
}
