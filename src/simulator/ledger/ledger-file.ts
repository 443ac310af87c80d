import { open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvError } from '../../env/env.js';
import { makeDirectory } from '../../env/directory.js';
import type { LedgerEntry } from './ledger-entry.js';
import { Ledger } from './ledger.js';

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
    private readonly kept: LedgerEntry[],
    end: number,
  ) {
    super();
    this.end = end;
  }

  /**
   * Reads what is there; a last line that a crash cut short was never answered, and is dropped.
   * Throws an `EnvError` when it can't be read or made.
   */
  static async open(path: string): Promise<LedgerFile> {
    try {
      return await LedgerFile.read(path);
    } catch (error) {
      throw new EnvError(`SIMULATOR_LEDGER: ${(error as Error).message}`);
    }
  }

  private static async read(path: string): Promise<LedgerFile> {
    makeDirectory(dirname(path));
    const text = await readFile(path).catch(nothing);
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.toString('utf8', 0, end).split('\n').slice(0, -1);
    const kept = lines.map((line, index) => parse(path, line, index));
    const file = await open(path, 'a', 0o600);
    if (end < text.length) await file.truncate(end);
    return new LedgerFile(path, file, kept, end);
  }

  append(entry: LedgerEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) void this.next(() => this.flush());
      this.waiting.push({ line: JSON.stringify(entry) + '\n', resolve, reject });
    });
  }

  async *entries(): AsyncIterable<LedgerEntry> {
    yield* this.kept.splice(0);
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

function nothing(error: NodeJS.ErrnoException): Buffer {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
}

function parse(path: string, line: string, index: number): LedgerEntry {
  try {
    return JSON.parse(line) as LedgerEntry;
  } catch (cause) {
    throw new Error(`${path}: line ${index + 1} is no JSON. Move the file away and start again`, {
      cause,
    });
  }
}
