import { Injectable } from '@nestjs/common';
import { finished } from './finished.js';
import { readInThread } from './in-thread.js';
import { kindOf } from './kind.js';
import { readText } from './markdown.js';
import { type GivenFile, type ReadFile, UnreadableFile } from './read-file.js';

/** Bytes of a file. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Bytes of a text that is read at once: a thread costs more, and more would hold the event loop. */
const SMALL = 64 * 1024;

/**
 * Reads the text of files: Markdown, text, HTML, PDF, DOCX, CSV and images. What has structure
 * becomes Markdown.
 */
@Injectable()
export class Reading {
  private last: Promise<unknown> = Promise.resolve();

  /** Throws `UnreadableFile`, or the reason of `signal` when that aborts: the reader is ended then. */
  async read(file: GivenFile, signal?: AbortSignal): Promise<ReadFile> {
    checkBytes(file.bytes);
    const kind = kindOf(file);
    const plain = kind === 'markdown' || kind === 'text';
    if (plain && file.bytes.length <= SMALL) return finished(readText(file, kind));
    return this.inTurn(() => readInThread({ ...file, kind }, { signal }), signal);
  }

  /** One file at a time: what one may take of memory and cores is what reading takes. */
  private inTurn<Result>(read: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const result = this.last.then(() => {
      signal?.throwIfAborted();
      return read();
    });
    this.last = result.catch(() => undefined);
    return signal ? unlessAborted(result, signal) : result;
  }
}

/** Who waits for others' files need not wait until they are read. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
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

export { type GivenFile, type ReadFile, type Unreadable, UnreadableFile } from './read-file.js';
