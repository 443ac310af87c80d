import { addressOf } from '../../api/client.js';
import { Failure } from '../../api/failure.js';
import type { PutDocument } from '../../api/dist/types.gen.js';

/** Bytes that the server takes of one file. */
const MOST_BYTES = 20 * 1024 * 1024;
/** The server reads three at a time; two leave room for somebody else's. */
const AT_ONCE = 2;

const UNREACHED: Partial<Upload> = { state: 'failed', failure: new Failure('unreached') };

/** A file on its way, and what became of it. */
export interface Upload {
  id: number;
  name: string;
  /** `reading`: all of it is there, and the server makes text of it. */
  state: 'waits' | 'sending' | 'reading' | 'done' | 'failed' | 'stopped';
  /** How much of it is sent, from 0 to 100. */
  percent: number;
  document?: PutDocument;
  /** Why it was not taken; `too-large`: it was not even sent. */
  failure?: Failure | 'too-large';
}

/** Files on their way. They go on while other screens are looked at, so this outlives its screen. */
class Uploads {
  private list: readonly Upload[] = [];
  private readonly files = new Map<number, File>();
  private readonly running = new Map<number, XMLHttpRequest>();
  private readonly listeners = new Set<() => void>();
  private last = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = (): readonly Upload[] => this.list;

  add(files: File[]): void {
    const added = files.map((file): Upload => {
      const id = ++this.last;
      const upload = { id, name: file.name, percent: 0 };
      if (file.size > MOST_BYTES) return { ...upload, state: 'failed', failure: 'too-large' };
      this.files.set(id, file);
      return { ...upload, state: 'waits' };
    });
    this.set([...added, ...this.list]);
    this.next();
  }

  stop(id: number): void {
    this.files.delete(id);
    this.change(id, { state: 'stopped' });
    this.running.get(id)?.abort();
  }

  /** Takes those off the list that are over. */
  clear(): void {
    this.set(this.list.filter(isUnderWay));
  }

  private next(): void {
    for (const [id, file] of this.files) {
      if (this.running.size >= AT_ONCE) return;
      this.files.delete(id);
      this.send(id, file);
    }
  }

  /** By XMLHttpRequest: `fetch` can't tell how much is sent. */
  private send(id: number, file: File): void {
    const request = new XMLHttpRequest();
    this.running.set(id, request);
    this.change(id, { state: 'sending' });
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      this.change(id, { percent: Math.floor((100 * loaded) / total) }),
    );
    request.upload.addEventListener('load', () =>
      this.change(id, { state: 'reading', percent: 100 }),
    );
    request.addEventListener('load', () => this.change(id, ended(request)));
    request.addEventListener('error', () => this.change(id, UNREACHED));
    request.addEventListener('loadend', () => {
      this.running.delete(id);
      this.next();
    });
    request.open('POST', addressOf('/api/v1/knowledge/documents'));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  }

  private change(id: number, change: Partial<Upload>): void {
    this.set(this.list.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  private set(list: readonly Upload[]): void {
    this.list = list;
    for (const listener of this.listeners) listener();
  }
}

export const uploads = new Uploads();

export function isUnderWay({ state }: Upload): boolean {
  return state === 'waits' || state === 'sending' || state === 'reading';
}

function ended({ status, responseText }: XMLHttpRequest): Partial<Upload> {
  const body = parsed(responseText);
  if (status === 200 || status === 201) return { state: 'done', document: body as PutDocument };
  return { state: 'failed', failure: new Failure(body, status) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
