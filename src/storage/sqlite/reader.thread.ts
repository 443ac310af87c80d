/**
 * Reads the SQLite file beside the writer: lists, counts and exports, which may take long. Each call
 * reads one state of the file, the newest one, and no transaction is left open: the write-ahead log
 * can't be emptied while there is one.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Database } from './database.js';
import { toFailure } from './failure.js';
import type { Answer, Call } from './thread-calls.js';

type Step = (db: Database, ...args: unknown[]) => unknown;

const port = parentPort!;
const db = new Database((workerData as { file: string }).file, { readOnly: true });

port.on('message', (calls: Call[]) => void answer(calls));
port.postMessage('ready');

/** Answers each call as soon as it is done. */
async function answer(calls: Call[]): Promise<void> {
  for (const call of calls) {
    if (call.step === 'close') return close();
    port.postMessage([await run(call)] satisfies Answer[]);
  }
}

async function run({ id, module, step, args }: Call): Promise<Answer> {
  try {
    const { steps } = (await import(module)) as { steps: Record<string, Step> };
    return { id, value: db.read(() => steps[step](db, ...args)) };
  } catch (error) {
    return { id, error: toFailure(error) };
  }
}

function close(): void {
  db.close();
  port.postMessage('closed');
  port.close();
}
