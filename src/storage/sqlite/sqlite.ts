import type { CopyProgress } from './copy.js';
import { ThreadCalls } from './thread-calls.js';

type Listener = (event: unknown) => void;

/**
 * The main thread's side of the SQLite file: one thread writes (`writer.thread.ts`), and another
 * one only reads (`reader.thread.ts`), so that no list holds up a message that is to be stored.
 *
 * An adapter exports its `steps`, plain functions that run inside a transaction in one of the two
 * threads, and `portOf` binds them to its port. A call's promise resolves when its transaction is
 * on the disk (WAL, synchronous=FULL), and every read that begins afterwards sees it.
 */
export class Sqlite {
  private readonly file: string;
  private readonly listeners: Listener[];
  private readonly writer: ThreadCalls;
  /** Started by the first read. */
  private reader?: Promise<ThreadCalls>;
  private closed = false;

  private constructor(file: string, writer: ThreadCalls, listeners: Listener[]) {
    this.file = file;
    this.writer = writer;
    this.listeners = listeners;
  }

  /**
   * Locks, opens and migrates the file. Throws what `lock` and `migrate` throw: with the code
   * `IN_USE` when another process has the lock, with `NEWER_SCHEMA` for a file of a newer Recado.
   */
  static async open(file: string, lock = `${file}.lock`): Promise<Sqlite> {
    const listeners: Listener[] = [];
    const publish: Listener = (event) => listeners.forEach((listener) => listener(event));
    const writer = await ThreadCalls.start('./writer.thread.js', { file, lock }, publish, crash);
    return new Sqlite(file, writer, listeners);
  }

  /** Loads the module at `url` in the writer's thread, so that its `steps` can be called. */
  async load(url: string): Promise<void> {
    await this.call(url, 'load', []);
  }

  /** Calls `listener` with the events that steps publish, once they are on the disk. */
  onEvent(listener: Listener): void {
    this.listeners.push(listener);
  }

  /**
   * Takes what was deleted out of the file, where it is small enough to be written anew (see
   * `Database.rewrite`), and out of the write-ahead log. While somebody reads the file, such as a
   * backup, the log can't be emptied: then it is tried again each second, in the background.
   */
  async scrub(): Promise<void> {
    await this.call('', 'scrub', []);
  }

  /**
   * Copies the file into a new one, as it is when the copy ends; others write meanwhile. See `copy`.
   */
  async backUp(to: string, tell: (progress: CopyProgress) => void): Promise<void> {
    await this.writer.callBeside('backUp', [to], (progress) => tell(progress as CopyProgress));
  }

  /** Closes the file after the calls that were made before. Later ones are refused. */
  async close(): Promise<void> {
    this.closed = true;
    // The writer last: only who closes the file last removes the log.
    await (await this.reader?.catch(() => undefined))?.close();
    await this.writer.close();
  }

  /** Runs a step of a module that was loaded, in the writer's thread. See `ThreadCalls.call`. */
  call(module: string, step: string, args: unknown[]): Promise<unknown> {
    return this.writer.call(module, step, args);
  }

  /** Runs a step that writes nothing, in the reader's thread. It sees what was committed before. */
  async read(module: string, step: string, args: unknown[]): Promise<unknown> {
    // Closed: the writer says so.
    if (this.closed) return this.call(module, step, args);
    return (await this.startedReader()).call(module, step, args);
  }

  /** The next read starts another reader if this one couldn't start, or stops. */
  private startedReader(): Promise<ThreadCalls> {
    if (this.reader) return this.reader;
    const forget = () => (this.reader = undefined);
    const { file } = this;
    this.reader = ThreadCalls.start('./reader.thread.js', { file }, () => undefined, forget);
    this.reader.catch(forget);
    return this.reader;
  }
}

/**
 * Ends the process, which can't do anything without the writer, so that a supervisor starts
 * another one.
 */
function crash(error: Error): void {
  setImmediate(() => process.emit('uncaughtException', error));
}
