import { Injectable } from '@nestjs/common';
import { decode } from './encoding.js';
import { readInThread } from './in-thread.js';
import { kindOf } from './kind.js';
import { readMarkdown, readText } from './markdown.js';
import { type Found, type GivenFile, type ReadFile, UnreadableFile } from './read-file.js';

/** Bytes of a file, and characters (UTF-16 units) of its text. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads the text of files: Markdown, text, HTML, PDF, DOCX, CSV and images. What has structure
 * becomes Markdown.
 */
@Injectable()
export class Reading {
  private last: Promise<unknown> = Promise.resolve();

  /** Throws `UnreadableFile`. */
  async read(file: GivenFile): Promise<ReadFile> {
    checkBytes(file.bytes);
    const found = await this.find(file);
    const text = clean(found.text);
    if (!/[\p{L}\p{N}]/u.test(text)) throw noText();
    if (text.length > MOST_CHARACTERS) throw tooLong(text.length);
    const title = found.title && clean(found.title).replace(/\s+/g, ' ').slice(0, 200).trim();
    return {
      title: title || undefined,
      text,
      format: found.format,
      metadata: found.metadata ?? {},
    };
  }

  private async find(file: GivenFile): Promise<Found> {
    const kind = kindOf(file);
    if (kind === 'markdown') return readMarkdown(textOf(file));
    if (kind === 'text') return readText(textOf(file));
    return this.inTurn(() => readInThread({ ...file, kind }));
  }

  /** One file at a time: what one may take of memory and cores is what reading takes. */
  private inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(read);
    this.last = result.catch(() => undefined);
    return result;
  }
}

function textOf({ bytes, contentType }: GivenFile): string {
  return decode(bytes, contentType).replace(/\r\n?/g, '\n');
}

/** Without what no reader of it sees, and with letters composed as others search for them. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t\f]|\uFEFF|\u00AD/gu, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+|\s+$/g, '');
}

function checkBytes({ length }: Uint8Array): void {
  if (!length)
    throw new UnreadableFile('empty', 'The file is empty: it has 0 bytes. Save it again.');
  if (length > MOST_BYTES)
    throw new UnreadableFile(
      'too-large',
      `The file has ${Math.ceil(length / 1024 / 1024)} MiB; at most ${MOST_BYTES / 1024 / 1024} MiB can be read. Part it, or save it with smaller pictures.`,
    );
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
    'No text was found in the file. If it is a scan or a photo, make it larger and sharper, or give its text as DOCX, PDF or Markdown.',
  );
}

export { type GivenFile, type ReadFile, type Unreadable, UnreadableFile } from './read-file.js';
