/**
 * Holds the index of all documents in a thread of its own, so that neither indexing nor searching
 * holds the event loop of the process. `ThreadedIndex` is its main thread's side.
 */
import { parentPort } from 'node:worker_threads';
import { KnowledgeIndex } from '../knowledge-index.js';
import type { IndexAnswer, IndexCall } from './threaded-index.js';

const port = parentPort!;
const index = new KnowledgeIndex();

let answers: IndexAnswer[] = [];

port.on('message', (calls: IndexCall[]) => {
  for (const call of calls) void answer(call);
});

/** Calls that wait for something, as `put` does between passages, let others run meanwhile. */
async function answer({ id, method, args }: IndexCall): Promise<void> {
  try {
    tell({ id, value: await run(method, args) });
  } catch (error) {
    tell({ id, error: error as Error });
  }
}

/** Posts together what is answered in one turn of the event loop. */
function tell(answer: IndexAnswer): void {
  if (answers.push(answer) > 1) return;
  setImmediate(() => {
    port.postMessage(answers);
    answers = [];
  });
}

function run(method: string, args: unknown[]): unknown {
  const owner = (method in index ? index : index.meaning) as unknown as Methods;
  return owner[method](...args);
}
type Methods = Record<string, (...args: unknown[]) => unknown>;
