import { Worker } from 'node:worker_threads';
import { type Kind, NAMES } from './kind.js';
import { type GivenFile, type ReadFile, type Unreadable, UnreadableFile } from './read-file.js';

/** What the thread is given. */
export interface Job extends GivenFile {
  kind: Kind;
}

/**
 * What it says: once what it found, why it can't be read, or what its reader threw; any time before
 * that it goes on.
 */
export type FromThread =
  'going on' | { found: ReadFile } | { reason: Unreadable; message: string } | { failed: string };

export interface Limits {
  /** Milliseconds between two signs of life, such as a page that was read. */
  silence: number;
  /** Milliseconds in all. */
  whole: number;
  /** Mebibytes of objects, and of buffers, which V8's own limit doesn't count. */
  memory: number;
}

const LIMITS: Limits = { silence: 45_000, whole: 300_000, memory: 400 };
/** Milliseconds between two looks at the thread's buffers. */
const LOOK = 100;

/**
 * Reads a file in a thread of its own, which is ended afterwards, come what may. Throws
 * `UnreadableFile`: as the reader says, or when it took more time or memory than it may; and the
 * reason of `signal` when that aborts.
 */
export async function readInThread(
  job: Job,
  { signal, ...limits }: Partial<Limits> & { signal?: AbortSignal } = {},
): Promise<ReadFile> {
  const thread = new Worker(new URL('./reader.thread.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  const watch = new AbortController();
  try {
    const outcome = outcomeOf(thread, job, { ...LIMITS, ...limits }, watch.signal);
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    return await Promise.race([outcome, aborted]);
  } finally {
    watch.abort();
    await thread.terminate();
  }
}

function outcomeOf(
  thread: Worker,
  { kind }: Job,
  { silence, whole, memory }: Limits,
  over: AbortSignal,
): Promise<ReadFile> {
  return new Promise((resolve, reject) => {
    const tooSlow = () => reject(new UnreadableFile('too-slow', TOO_SLOW));
    const quiet = setTimeout(tooSlow, silence);
    const end = setTimeout(tooSlow, whole);
    const look = setInterval(async () => {
      if ((await buffersOf(thread)) > memory) reject(new UnreadableFile('too-large', TOO_MUCH));
    }, LOOK);
    over.addEventListener('abort', () => [quiet, end, look].forEach(clearTimeout));
    thread.on('message', (said: FromThread) => {
      if (said === 'going on') quiet.refresh();
      else if ('found' in said) resolve(said.found);
      else if ('failed' in said) reject(damaged(kind, said.failed));
      else reject(new UnreadableFile(said.reason, said.message));
    });
    thread.on('error', (error) => {
      const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(memory ? new UnreadableFile('too-large', TOO_MUCH) : damaged(kind, error.message));
    });
    thread.on('exit', () => reject(damaged(kind, 'the reader ended')));
  });
}

const TOO_SLOW = 'The file took too long to read. Part it, or save it anew in a plainer form.';
const TOO_MUCH =
  'The file needs more memory than it may take. Part it, or save it anew in a plainer form.';

/** Mebibytes in buffers of the thread: they lie outside of the heap that V8 limits. */
async function buffersOf(thread: Worker): Promise<number> {
  try {
    const { external_memory: bytes } = await thread.getHeapStatistics();
    return bytes / 1024 / 1024;
  } catch {
    // It has ended.
    return 0;
  }
}

function damaged(kind: Kind, cause: string): UnreadableFile {
  const message = `The file is damaged, or isn't ${NAMES[kind]}. Save it again and give it once more.`;
  return Object.assign(new UnreadableFile('damaged', message), { cause });
}
