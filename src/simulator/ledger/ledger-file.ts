import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvError } from '../../env/env.js';
import { makeDirectory } from '../../env/directory.js';
import type { LedgerEntry } from './ledger-entry.js';
import { Ledger } from './ledger.js';

/** Bytes that are read at once on the way back from the end. */
const CHUNK = 64 * 1024;

interface Waiting {
  line: string;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** One JSON line an entry. Lines that arrive while an fsync runs share the next one. */
export class LedgerFile extends Ledger {
  private waiting: Waiting[] = [];
  /** The work on the file, one piece after the other. */
  private work: Promise<void> = Promise.resolve();
  private end: number;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    end: number,
  ) {
    super();
    this.end = end;
  }

  /**
   * Opens or makes it; a last line that a crash cut short was never answered, and is dropped. Throws an
   * `EnvError` when it can be neither opened nor made.
   */
  static open(path: string): Promise<LedgerFile> {
    return naming(async () => {
      makeDirectory(dirname(path));
      const file = await open(path, 'a+', 0o600);
      const { size } = await file.stat();
      const end = await endOfLines(file, size);
      if (end < size) await file.truncate(end);
      return new LedgerFile(path, file, end);
    });
  }

  append(entry: LedgerEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) void this.next(() => this.flush());
      this.waiting.push({ line: JSON.stringify(entry) + '\n', resolve, reject });
    });
  }

  /** Line by line: the file may be larger than the memory. Throws an `EnvError` for one that is no JSON. */
  async *entries(): AsyncIterable<LedgerEntry> {
    let count = 0;
    for await (const line of linesOf(this.path, this.end)) {
      yield await naming(async () => parse(this.path, line, ++count));
    }
  }

  clear(): Promise<void> {
    return this.next(async () => {
      await this.file.truncate(0);
      await this.file.sync();
      this.end = 0;
    });
  }

  close(): Promise<void> {
    return this.next(() => this.file.close());
  }

  private next(piece: () => Promise<void>): Promise<void> {
    const done = this.work.then(piece);
    this.work = done.catch(() => undefined);
    return done;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0);
    try {
      await this.write(Buffer.from(batch.map((each) => each.line).join('')));
      batch.forEach((each) => each.resolve());
    } catch (cause) {
      const error = new Error(`${this.path} cannot be written`, { cause });
      batch.forEach((each) => each.reject(error));
    }
  }

  private async write(bytes: Buffer): Promise<void> {
    try {
      await this.file.appendFile(bytes);
      await this.file.sync();
      this.end += bytes.length;
    } catch (error) {
      // What was refused must not come back at the next start.
      await this.file.truncate(this.end).catch(() => undefined);
      throw error;
    }
  }
}

async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new EnvError(`SIMULATOR_LEDGER: ${(error as Error).message}`);
  }
}

/** Where the last whole line ends. */
async function endOfLines(file: FileHandle, size: number): Promise<number> {
  const chunk = Buffer.alloc(CHUNK);
  for (let end = size; end > 0; end -= CHUNK) {
    const start = Math.max(0, end - CHUNK);
    const { bytesRead } = await file.read(chunk, 0, end - start, start);
    const at = chunk.subarray(0, bytesRead).lastIndexOf('\n');
    if (at >= 0) return start + at + 1;
  }
  return 0;
}

/** Not by `readline`, which ends a line at U+2028 as well. */
async function* linesOf(path: string, end: number): AsyncIterable<string> {
  if (!end) return;
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: end - 1 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

function parse(path: string, line: string, number: number): LedgerEntry {
  try {
    return JSON.parse(line) as LedgerEntry;
  } catch (cause) {
    throw new Error(`${path}: line ${number} is no JSON. Move the file away and start again`, {
      cause,
    });
  }
}
