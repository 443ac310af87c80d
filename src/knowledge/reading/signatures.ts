import { UnreadableFile } from './read-file.js';

/** What can be read, once its first bytes have said so. */
export type BinaryKind = 'pdf' | 'docx' | 'image';

const SAVE_AS = 'Save it as DOCX or PDF and give it again.';

/** First bytes, in hexadecimal; a dot stands for any digit. */
const IMAGES = [
  /^89504e470d0a1a0a/, // PNG
  /^ffd8ff/, // JPEG
  /^52494646.{8}57454250/, // WebP
  /^49492a00|^4d4d002a/, // TIFF
  /^424d.{8}0000/, // BMP
  /^474946383[79]61/, // GIF
];
const REFUSED: [start: RegExp, is: string, advice: string][] = [
  [/^4d5a/, 'a program', 'Recado reads documents only.'],
  [/^7f454c46/, 'a program', 'Recado reads documents only.'],
  [/^7b5c727466/, 'an RTF document', SAVE_AS],
  [/^1f8b|^377abcaf|^52617221|^425a68|^fd377a585a/, 'an archive', 'Unpack it and give its files.'],
  [/^.{8}66747970(68656963|68656978|6d696631|61766966)/, 'a HEIC photo', 'Save it as JPEG or PNG.'],
  [/^(494433|fffb|4f676753|.{8}66747970)/, 'a sound or film', 'Recado reads documents only.'],
];

/**
 * The kind that a file's first bytes declare, or undefined where they declare none, as those of
 * any text. Throws `UnreadableFile` for kinds that are known and not read.
 */
export function signatureOf(bytes: Uint8Array, extension: string): BinaryKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  if (isPdf(bytes, extension)) return 'pdf';
  if (IMAGES.some((image) => image.test(start))) return 'image';
  if (/^504b0[1357]0[2468]/.test(start)) return inZip(bytes);
  if (start.startsWith('d0cf11e0a1b11ae1')) throw inCompoundFile(bytes);
  const refused = REFUSED.find(([sign]) => sign.test(start));
  if (refused) throw wrong(refused[1], refused[2]);
  return undefined;
}

/** A PDF may begin with some other bytes; a text that mentions the sign is none. */
function isPdf(bytes: Uint8Array, extension: string): boolean {
  const at = Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-');
  return at === 0 || (at > 0 && extension === 'pdf');
}

/** The names of a zip's entries stand in it as they are. */
function inZip(bytes: Uint8Array): BinaryKind {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.includes('word/document')) return 'docx';
  if (zip.includes('xl/workbook'))
    throw wrong('an Excel workbook', 'Save its sheets as CSV and give them again.');
  if (zip.includes('ppt/presentation')) throw wrong('a presentation', 'Save it as PDF.');
  if (zip.includes('application/vnd.oasis')) throw wrong('an OpenDocument file', SAVE_AS);
  if (zip.includes('application/epub')) throw wrong('an EPUB book', 'Save it as PDF.');
  // A DOCX that was cut short has no directory, but begins with these.
  if (zip.subarray(0, 4096).includes('[Content_Types].xml')) return 'docx';
  throw wrong('a zip archive', 'Unpack it and give its files.');
}

/** Office's old formats, and what Office encrypts, share this container ([MS-CFB]). */
function inCompoundFile(bytes: Uint8Array): UnreadableFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    return new UnreadableFile(
      'encrypted',
      'The file is protected by a password. Save it without one and give it again.',
    );
  if (holds('Workbook')) return wrong('an old Excel workbook (.xls)', 'Save its sheets as CSV.');
  if (holds('PowerPoint')) return wrong('an old presentation (.ppt)', 'Save it as PDF.');
  return wrong('an old Office file (.doc, .xls or .msg)', SAVE_AS);
}

function wrong(is: string, advice: string): UnreadableFile {
  return new UnreadableFile('wrong-type', `The file is ${is}, which Recado can't read. ${advice}`);
}
