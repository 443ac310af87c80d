import { Injectable } from '@nestjs/common';
import { readable } from '../../http/validation.js';
import { splitFrontMatter } from '../reading/front-matter.js';
import { type GivenFile, Reading } from '../reading/reading.js';
import { charactersOf, type GivenDocument } from './document.js';
import { notTaken, refused, unreadable } from './document.problem.js';
import { NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT, TOO_LONG } from './new-document.dto.js';

/** A file, and what was said of the document in it. */
export interface Unread {
  file: GivenFile;
  /** Without it, the last part of the file's name: what stands before it is a path. */
  name?: string;
  /** Without it, what the file says, else its address or its name without the extension. */
  title?: string;
  source?: string;
}

/** Makes documents of files. */
@Injectable()
export class DocumentReader {
  constructor(private readonly reading: Reading) {}

  /** Throws a `Problem` for what can't be a document; its errors name `field`. */
  async read({ file, source, ...given }: Unread, field = 'file'): Promise<GivenDocument> {
    const read = await this.reading.read(file).catch((error: unknown) => {
      throw unreadable(error, field);
    });
    const text = usable(readable(read.text), field);
    const name = given.name ?? inOneLine(lastPart(file.name));
    if (!name) throw refused(field, 'must have a name');
    if (charactersOver(name, NAME_LIMIT))
      throw refused(field, `must have a name of ${NAME_LIMIT} characters at most`);
    const title =
      given.title || titleOf(read.title ?? '') || titleOf(source ?? name.replace(/\.\w+$/, ''));
    if (!title) throw refused('title', 'must be given: the file has none');
    const { format, metadata } = read;
    return { name, title, text, format, metadata, ...(source && { source }) };
  }
}

/**
 * A text that was given as such, not as a file: nothing in it is guessed, and it stays as it is but
 * for its front matter. Throws a `Problem` whose errors name `text`.
 */
export function withoutFrontMatter({ text, ...given }: GivenDocument): GivenDocument {
  const parts = splitFrontMatter(text);
  return { ...given, text: usable(parts.text, 'text'), metadata: parts.metadata };
}

/** Throws a `Problem` for a text that can't be a document's. */
function usable(text: string, field: string): string {
  if (!/\S/.test(text)) throw refused(field, 'must not be empty');
  if (charactersOver(text, TEXT_LIMIT)) throw notTaken(413, TOO_LONG, field);
  return text;
}

/** Systems part paths by one of these; a sender may have another system than we. */
function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1)!;
}

/** What a file says of itself may be broken into lines, or hold what no reader sees. */
function inOneLine(text: string): string {
  return readable(text).replaceAll(/\s+/g, ' ').trim();
}

function titleOf(text: string): string {
  return [...inOneLine(text)].slice(0, TITLE_LIMIT).join('').trim();
}

function charactersOver(text: string, limit: number): boolean {
  // A character has at most two units: most texts needn't be counted.
  return text.length > 2 * limit || (text.length > limit && charactersOf(text) > limit);
}
