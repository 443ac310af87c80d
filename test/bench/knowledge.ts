import { fork } from 'node:child_process';
import { once } from 'node:events';

/** 50,000 passages with vectors of 384 numbers, in a process of their own. */
export interface KnowledgeRow {
  passages: number;
  windows: number;
  /** Seconds until all was indexed, and had its vectors kept; and read again from the store. */
  buildS: number;
  reloadS: number;
  searchP50: number;
  searchP95: number;
  /** Milliseconds for which the event loop was held at most, while it was searched. */
  heldMs: number;
  /** Milliseconds of a durable write meanwhile, as an acknowledgement makes it. */
  writeP99: number;
  memoryMb: number;
}

/** Builds, reloads and searches a collection of so many passages; vectors come from no model. */
export async function measureKnowledge(passages: number, directory: string): Promise<KnowledgeRow> {
  const script = new URL('./knowledge.process.ts', import.meta.url);
  // As `npm start` starts it: the heap has less slack.
  const flags = ['--max-semi-space-size=16', '--heap-growing-percent=30'];
  const execArgv = [...process.execArgv, ...flags];
  const child = fork(script, [String(passages), directory], { execArgv });
  const [[row]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
  return row as KnowledgeRow;
}
