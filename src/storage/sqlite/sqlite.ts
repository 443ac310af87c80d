import { Worker } from 'node:worker_threads';
import { StorageError } from '../storage.error.js';

/** A call of a step, as it is sent to the writer's thread. */
export interface Call {
  id: number;
  module: string;
  step: string;
  args: unknown[];
}

/** An error, in a form that can be sent between threads. */
export interface Failure {
  name: string;
  isRangeError: boolean;
  message: string;
  code?: string;
  errcode?: number;
  stack?: string;
}

/** The result of a call, as it is sent back. */
export interface Answer {
  id: number;
  value?: unknown;
  /** The events that the step published (`Database.publish`). */
  events?: unknown[];
  error?: Failure;
}

/** When so many calls wait, new ones are refused: their callers should try again later. */
const MOST_WAITING = 50_000;
const TOO_MANY = 'Too much waits to be written.';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * The main thread's side of the SQLite writer (`writer.thread.ts`).
 *
 * An adapter exports its `steps`, plain functions that run inside a transaction in the writer's
 * thread, and `portOf` binds them to its port. A call's promise resolves when its transaction is
 * on the disk (WAL, synchronous=FULL).
 */
export class Sqlite {
  private readonly waiting = new Map<number, Waiting>();
  private queue: Call[] = [];
  private nextId = 1;
  private readonly listeners: ((event: unknown) => void)[] = [];
  /** Why no call is taken any more: the file was closed, or the writer has stopped. */
  private closed?: Error;

  private constructor(private readonly thread: Worker) {
    thread.on('message', (answers: Answer[] | 'closed') => this.settle(answers));
    thread.on('error', (error) => this.writerStopped(error));
    thread.on('exit', () => this.writerStopped(new StorageError('The SQLite writer has stopped.')));
  }

  /**
   * Locks, opens and migrates the file. Throws what `lock` and `migrate` throw: with the code
   * `IN_USE` when another process has the lock, with `NEWER_SCHEMA` for a file of a newer Recado.
   */
  static async open(file: string, lock = `${file}.lock`): Promise<Sqlite> {
    const thread = new Worker(new URL('./writer.thread.js', import.meta.url), {
      workerData: { file, lock },
    });
    await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    return new Sqlite(thread);
  }

  /** Loads the module at `url` in the writer's thread, so that its `steps` can be called. */
  async load(url: string): Promise<void> {
    await this.call(url, 'load', []);
  }

  /** Calls `listener` with the events that steps publish, once they are on the disk. */
  onEvent(listener: (event: unknown) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Copies the write-ahead log into the file and empties the log, which still contains data that
   * was deleted since the last checkpoint. It changes nothing while another process, such as
   * `recado doctor`, reads the file.
   */
  async emptyLog(): Promise<void> {
    await this.call('', 'emptyLog', []);
  }

  /** Closes the file after the calls that were made before. Later ones are refused. */
  async close(): Promise<void> {
    if (this.closed) return;
    const exit = new Promise((resolve) => this.thread.once('exit', resolve));
    this.queue.push({ id: 0, module: '', step: 'close', args: [] });
    this.flush();
    await exit;
  }

  /**
   * Runs a step of a module that was loaded. Rejects with the step's error, or with a
   * `StorageError` when SQLite fails, too many calls wait, or the file is closed.
   */
  call(module: string, step: string, args: unknown[]): Promise<unknown> {
    if (this.closed) return Promise.reject(this.closed);
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.waiting.set(id, { resolve, reject });
      // Posts the calls of one turn of the event loop together: a post costs more than a call.
      if (this.queue.push({ id, module, step, args }) === 1) setImmediate(() => this.flush());
    });
  }

  /**
   * Posts the waiting calls if the writer is idle. Calls that come while it works go into its next
   * round, with one message and one commit, because waking a thread costs more than most calls.
   */
  private flush(): void {
    const posted = this.waiting.size - this.queue.length;
    if (!this.queue.length || posted > 0) return;
    this.thread.postMessage(this.queue);
    this.queue = [];
  }

  private settle(answers: Answer[] | 'closed'): void {
    if (answers === 'closed') return this.fail(new StorageError('The SQLite file is closed.'));
    const calls = answers.map(({ id }) => this.waiting.get(id)!);
    for (const { id } of answers) this.waiting.delete(id);
    // Posts the next calls first, so that the writer works while the results are delivered.
    this.flush();
    answers.forEach(({ value, error, events = [] }, n) => {
      for (const event of events) for (const listener of this.listeners) listener(event);
      if (error) calls[n].reject(toError(error));
      else calls[n].resolve(value);
    });
  }

  /**
   * Refuses all calls. If the writer has stopped without being asked to, it also ends the process,
   * which can't do anything without it, so that a supervisor starts another one.
   */
  private writerStopped(error: Error): void {
    const planned = this.closed !== undefined;
    this.fail(error);
    if (!planned) setImmediate(() => process.emit('uncaughtException', error));
  }

  private fail(error: Error): void {
    this.closed ??= error;
    for (const { reject } of this.waiting.values()) reject(this.closed);
    this.waiting.clear();
  }
}

/** Makes a `StorageError` of SQLite's errors, and of others an error of the kind the step threw. */
function toError(failure: Failure): Error {
  const { name, isRangeError, ...rest } = failure;
  if (failure.errcode !== undefined) return Object.assign(new StorageError(), rest);
  return Object.assign(isRangeError ? new RangeError() : new Error(), { name, ...rest });
}
