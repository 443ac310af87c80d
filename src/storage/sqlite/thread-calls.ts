import { Worker } from 'node:worker_threads';
import { StorageError } from '../storage.error.js';

/** A call of a step, as it is sent to a thread. */
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
  /** How far a long call has come. Its result follows later. */
  progress?: unknown;
}

/** When so many calls wait, new ones are refused: their callers should try again later. */
const MOST_WAITING = 50_000;
const TOO_MANY = 'Too much waits to be written.';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  /** Of a long call, which no other call waits for. */
  onProgress?: (progress: unknown) => void;
}

/** The main thread's side of a thread that runs steps. */
export class ThreadCalls {
  private readonly waiting = new Map<number, Waiting>();
  private queue: Call[] = [];
  private nextId = 1;
  /** How many calls of the thread's present round have no answer yet. */
  private underWay = 0;
  /** Why no call is taken any more: the thread was asked to end, or has stopped. */
  private closed?: Error;
  private readonly thread: Worker;
  private readonly onEvent: (event: unknown) => void;
  private readonly onCrash: (error: Error) => void;

  private constructor(
    thread: Worker,
    onEvent: (event: unknown) => void,
    onCrash: (error: Error) => void,
  ) {
    this.thread = thread;
    this.onEvent = onEvent;
    this.onCrash = onCrash;
    thread.on('message', (answers: Answer[] | 'closed') => this.settle(answers));
    thread.on('error', (error) => this.stopped(error));
    thread.on('exit', () => this.stopped(new StorageError('A thread of SQLite has stopped.')));
  }

  /**
   * Starts a thread, and waits until it has opened the file. Rejects with what it throws.
   * `onCrash` is called when it stops later without having been asked to.
   */
  static async start(
    program: string,
    workerData: unknown,
    onEvent: (event: unknown) => void,
    onCrash: (error: Error) => void,
  ): Promise<ThreadCalls> {
    const thread = new Worker(new URL(program, import.meta.url), { workerData });
    await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    return new ThreadCalls(thread, onEvent, onCrash);
  }

  /**
   * Runs a step of a module. Rejects with the step's error, or with a `StorageError` when SQLite
   * fails, too many calls wait, or the thread has ended.
   */
  call(module: string, step: string, args: unknown[]): Promise<unknown> {
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new StorageError(TOO_MANY));
    return this.waitFor({}, (id) => {
      // Posts the calls of one turn of the event loop together: a post costs more than a call.
      if (this.queue.push({ id, module, step, args }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Begins something that takes long. Other calls run meanwhile. */
  callBeside(
    step: string,
    args: unknown[],
    onProgress: (progress: unknown) => void,
  ): Promise<unknown> {
    return this.waitFor({ onProgress }, (id) =>
      this.thread.postMessage([{ id, module: '', step, args }] satisfies Call[]),
    );
  }

  /** Ends the thread after the calls that were made before. Later ones are refused. */
  async close(): Promise<void> {
    if (this.closed) return;
    const exit = new Promise((resolve) => this.thread.once('exit', resolve));
    this.queue.push({ id: 0, module: '', step: 'close', args: [] });
    this.flush();
    await exit;
  }

  private waitFor(
    waiting: Pick<Waiting, 'onProgress'>,
    send: (id: number) => void,
  ): Promise<unknown> {
    if (this.closed) return Promise.reject(this.closed);
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.waiting.set(id, { ...waiting, resolve, reject });
      send(id);
    });
  }

  /**
   * Posts the waiting calls if the thread is idle. Calls that come while it works go into its next
   * round, with one message and one commit, because waking a thread costs more than most calls.
   */
  private flush(): void {
    if (!this.queue.length || this.underWay > 0) return;
    this.underWay = this.queue.length;
    this.thread.postMessage(this.queue);
    this.queue = [];
  }

  private settle(answers: Answer[] | 'closed'): void {
    if (answers === 'closed') return this.fail(new StorageError('The SQLite file is closed.'));
    const settled = answers.map((answer) => ({ answer, of: this.take(answer) }));
    // Posts the next calls first, so that the thread works while the results are delivered.
    this.flush();
    for (const { answer, of } of settled) {
      const { value, error, events = [], progress } = answer;
      for (const event of events) this.onEvent(event);
      if (progress !== undefined) of.onProgress?.(progress);
      else if (error) of.reject(toError(error));
      else of.resolve(value);
    }
  }

  /** Finds who waits for an answer. Unless it only tells the progress, nobody waits any more. */
  private take({ id, progress }: Answer): Waiting {
    const waiting = this.waiting.get(id)!;
    if (progress !== undefined) return waiting;
    this.waiting.delete(id);
    if (!waiting.onProgress) this.underWay--;
    return waiting;
  }

  private stopped(error: Error): void {
    const planned = this.closed !== undefined;
    this.fail(error);
    if (!planned) this.onCrash(error);
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
