import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Embeddable } from '../../meaning/embeddable.js';
import type { MeaningIndex } from '../../meaning/meaning-index.js';
import type { KnowledgeIndex } from '../knowledge-index.js';

/** What is asked of the index, wherever it runs. */
export type IndexMethod =
  'put' | 'remove' | 'search' | 'mended' | 'passages' | 'titles' | 'documentsIn';
type Method = IndexMethod | keyof Embeddable;

/** The index as its users see it: here in the same thread, or in another. */
export type Index = {
  [Method in IndexMethod]: (
    ...args: Parameters<KnowledgeIndex[Method]>
  ) => ReturnType<KnowledgeIndex[Method]> | Promise<Awaited<ReturnType<KnowledgeIndex[Method]>>>;
} & {
  /** The passages by their vectors. */
  meaning: Embeddable;
  /** Calls `listener` when all that was put into the index is lost. */
  onLost?(listener: () => void): void;
};

/** A call, as it is sent to the index's thread. */
export interface IndexCall {
  id: number;
  method: Method;
  args: unknown[];
}

/** The result of a call, as it is sent back. */
export interface IndexAnswer {
  id: number;
  value?: unknown;
  error?: Error;
}

/** The thread of the index has died: it starts anew, empty, with the next call. */
export class IndexLost extends Error {
  override name = 'IndexLost';
}

/** The process ends: nothing is searched any more. */
export class IndexClosed extends Error {
  override name = 'IndexClosed';
}

const CLOSED_MEANWHILE = 'The index was closed meanwhile.';

interface Waiting {
  resolve: (value: any) => void;
  reject: (error: Error) => void;
}

/**
 * The main thread's side of `index.thread.ts`. The thread starts with the first call. When it dies,
 * the calls in flight are rejected with `IndexLost`, and whoever filled the index is told.
 */
@Injectable()
export class ThreadedIndex implements Index, OnApplicationShutdown {
  private readonly logger = new Logger('KnowledgeIndex');
  private readonly waiting = new Map<number, Waiting>();
  private readonly lost: (() => void)[] = [];
  private queue: IndexCall[] = [];
  private thread?: Worker;
  private nextId = 1;
  private closed = false;

  /** See `KnowledgeIndex.put`. All methods of the index answer as they do there. */
  put = this.asks('put');
  remove = this.asks('remove');
  search = this.asks('search');
  mended = this.asks('mended');
  passages = this.asks('passages');
  titles = this.asks('titles');
  documentsIn = this.asks('documentsIn');
  meaning: Embeddable = {
    begin: this.asksMeaning('begin'),
    page: this.asksMeaning('page'),
    texts: this.asksMeaning('texts'),
    give: this.asksMeaning('give'),
    orphans: this.asksMeaning('orphans'),
    progress: this.asksMeaning('progress'),
  };

  onLost(listener: () => void): void {
    this.lost.push(listener);
  }

  /** Ends the thread, once nobody asks any more. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.thread) await this.thread.terminate();
    else this.refuseAll(new IndexClosed(CLOSED_MEANWHILE));
  }

  private asks<Name extends IndexMethod>(method: Name) {
    type Result = Awaited<ReturnType<KnowledgeIndex[Name]>>;
    return (...args: Parameters<KnowledgeIndex[Name]>) => this.call<Result>(method, args);
  }

  private asksMeaning<Name extends keyof Embeddable>(method: Name) {
    type Result = ReturnType<MeaningIndex[Name]>;
    return (...args: Parameters<MeaningIndex[Name]>) => this.call<Result>(method, args);
  }

  private call<Result>(method: Method, args: unknown[]): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new IndexClosed('The index is closed.'));
      const id = this.nextId++;
      this.waiting.set(id, { resolve, reject });
      if (this.queue.push({ id, method, args }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Posts the calls of one turn of the event loop together: to wake a thread costs more than most. */
  private flush(): void {
    const calls = this.queue.splice(0);
    if (calls.length && !this.closed) this.running().postMessage(calls);
  }

  /** The thread, which keeps the process alive only while it is asked something. */
  private running(): Worker {
    this.thread ??= this.start();
    this.thread.ref();
    return this.thread;
  }

  private start(): Worker {
    const thread = new Worker(new URL('./index.thread.js', import.meta.url));
    thread.on('message', (answers: IndexAnswer[]) => {
      for (const answer of answers) this.settle(answer);
      if (!this.waiting.size) thread.unref();
    });
    thread.on('error', (error) => this.died(thread, error));
    thread.on('exit', (code) => this.died(thread, new Error(`it ended with code ${code}`)));
    return thread;
  }

  private settle({ id, value, error }: IndexAnswer): void {
    const { resolve, reject } = this.waiting.get(id)!;
    this.waiting.delete(id);
    if (error) reject(error);
    else resolve(value);
  }

  private died(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    const lost = this.closed
      ? new IndexClosed(CLOSED_MEANWHILE)
      : new IndexLost(`The search index died: ${error.message}`, { cause: error });
    this.refuseAll(lost);
    if (this.closed) return;
    this.logger.error(`${lost.message}. It is filled again from the store.`, error.stack);
    for (const listener of this.lost) listener();
  }

  private refuseAll(why: Error): void {
    for (const { reject } of this.waiting.values()) reject(why);
    this.waiting.clear();
    this.queue = [];
  }
}
