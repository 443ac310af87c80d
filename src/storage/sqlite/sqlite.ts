import { Worker } from 'node:worker_threads';
import { StorageError } from '../storage.error.js';

export interface Call {
  id: number;
  module: string;
  step: string;
  args: unknown[];
}
export interface Failure {
  name: string;
  isRangeError: boolean;
  message: string;
  code?: string;
  errcode?: number;
  stack?: string;
}
export interface Answer {
  id: number;
  value?: unknown;
  /** What the step told (`Database.tell`). */
  events?: unknown[];
  error?: Failure;
}

/** More than this, and a caller is better off trying again. */
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
  private gone?: Error;

  private constructor(private readonly thread: Worker) {
    thread.on('message', (answers: Answer[] | 'closed') => this.settle(answers));
    thread.on('error', (error) => this.die(error));
    thread.on('exit', () => this.die(new StorageError('The SQLite writer has stopped.')));
  }

  /** Opens the file and migrates it, under a lock; throws with `IN_USE` when another has it. */
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

  /** Has the writer's thread load the module at `url`, whose `steps` can be called after that. */
  async load(url: string): Promise<void> {
    await this.call(url, 'load', []);
  }

  /** Hears what steps tell, each once it is on the disk. */
  onEvent(listener: (event: unknown) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Copies the log into the file and empties it: until then it holds what was deleted since. Where
   * somebody reads the file just now, as `recado doctor` does, that is left to the next time.
   */
  async emptyLog(): Promise<void> {
    await this.call('', 'emptyLog', []);
  }

  async close(): Promise<void> {
    if (this.gone) return;
    const exit = new Promise((resolve) => this.thread.once('exit', resolve));
    this.queue.push({ id: 0, module: '', step: 'close', args: [] });
    this.flush();
    await exit;
  }

  /** Runs a step of a module that was loaded. Rejects with the step's error. */
  call(module: string, step: string, args: unknown[]): Promise<unknown> {
    if (this.gone) return Promise.reject(this.gone);
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.waiting.set(id, { resolve, reject });
      // One message a turn of the event loop: posting costs more than the call it carries.
      if (this.queue.push({ id, module, step, args }) === 1) setImmediate(() => this.flush());
    });
  }

  /**
   * Only to a writer that has nothing to do: what comes meanwhile goes with the next round, in one
   * message and one commit. Waking a thread costs more than most calls.
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
    // The writer goes on while its answers are given out.
    this.flush();
    answers.forEach(({ value, error, events = [] }, n) => {
      for (const event of events) for (const listener of this.listeners) listener(event);
      if (error) calls[n].reject(thrown(error));
      else calls[n].resolve(value);
    });
  }

  /** Without its writer a process only looks alive: it ends, and whoever runs it starts another. */
  private die(error: Error): void {
    const planned = this.gone !== undefined;
    this.fail(error);
    if (!planned) setImmediate(() => process.emit('uncaughtException', error));
  }

  private fail(error: Error): void {
    this.gone ??= error;
    for (const { reject } of this.waiting.values()) reject(this.gone);
    this.waiting.clear();
  }
}

/** What SQLite refused is the store's error; anything else is a step's own, of the kind it threw. */
function thrown(failure: Failure): Error {
  const { name, isRangeError, ...rest } = failure;
  if (failure.errcode !== undefined) return Object.assign(new StorageError(), rest);
  return Object.assign(isRangeError ? new RangeError() : new Error(), { name, ...rest });
}
