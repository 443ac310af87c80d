/** A file as somebody gave it. */
export interface GivenFile {
  /** As it was given, with its extension; it may hold folders. Of a page of the web: its address. */
  name: string;
  bytes: Uint8Array;
  /** As the sender declared it, if at all. */
  contentType?: string;
}

/** What stands in a file. Pages are parted by a form feed, as `pdftotext` does. */
export interface ReadFile {
  /** For customers: from the front matter, the first heading, or what the file says of itself. */
  title?: string;
  text: string;
  format: 'markdown' | 'text';
  /** The front matter, and what the file says of itself. */
  metadata: Record<string, string>;
}

/** What a reader of one kind of file found; `Reading` cleans its text. */
export type Found = Omit<ReadFile, 'metadata'> & { metadata?: Record<string, string> };

/** Why a file can't be read. */
export type Unreadable =
  'empty' | 'too-large' | 'wrong-type' | 'encrypted' | 'damaged' | 'no-text' | 'too-slow';

/** A file that can't be read; the message says what to do about it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  readonly reason: Unreadable;

  constructor(reason: Unreadable, message: string) {
    super(message);
    this.reason = reason;
  }
}
