import { Injectable } from '@nestjs/common';

/** A file as somebody gave it. */
export interface GivenFile {
  /** As it was given, with its extension; it may hold folders. */
  name: string;
  bytes: Uint8Array;
  /** As the sender declared it, if at all. */
  contentType?: string;
}

/** What stands in a file. Pages are parted by a form feed, as `pdftotext` does. */
export interface ReadFile {
  /** For customers: from the front matter, or the first heading. */
  title?: string;
  text: string;
  format: 'markdown' | 'text';
  /** The front matter, and what the file says of itself. */
  metadata: Record<string, string>;
}

/** Why a file can't be read. */
export type Unreadable =
  'empty' | 'too-large' | 'wrong-type' | 'encrypted' | 'damaged' | 'no-text' | 'too-slow';

/** A file that can't be read; the message says what to do about it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';

  constructor(
    readonly reason: Unreadable,
    message: string,
  ) {
    super(message);
  }
}

/** Reads the text of files. */
@Injectable()
export class Reading {
  /** Throws `UnreadableFile`. */
  async read({ name, bytes }: GivenFile): Promise<ReadFile> {
    if (!/\.(md|markdown|txt)$/i.test(name))
      throw new UnreadableFile('wrong-type', 'Give a file whose name ends in .md or .txt.');
    const text = new TextDecoder().decode(bytes);
    const format = /\.txt$/i.test(name) ? 'text' : 'markdown';
    return { title: /^# (.+)$/m.exec(text)?.[1], text, format, metadata: {} };
  }
}
