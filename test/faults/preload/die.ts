/** Ends the process by SIGKILL, or freezes it by SIGSTOP, at a step. See `DeadlyStep`. */
import { subscribe } from 'node:diagnostics_channel';
import { type DeadlyStep, WRITTEN } from './steps.js';
import { type Tap, tapMigrations, tapMongo, tapSqlite } from './tap.js';

const { at, when, nth, signal = 'SIGKILL' } = JSON.parse(process.env.FAULTS_DIE!) as DeadlyStep;
let times = 0;

/** Whether it is time to die. */
function isTime(): boolean {
  return ++times === nth;
}

function die(): void {
  process.kill(process.pid, signal);
}

function dieIfTime(): void {
  if (isTime()) die();
}

function tapOf(patterns: readonly RegExp[]): Tap {
  const concerns = (writes: string[]) =>
    writes.some((write) => patterns.some((pattern) => pattern.test(write)));
  return { [when]: (writes: string[]) => concerns(writes) && dieIfTime() };
}

/** A request to Twilio that is to create a message: it is made, and hasn't left. */
function onRequest(message: unknown): void {
  const { request } = message as { request: { method: string; path: string } };
  if (request.method === 'POST' && request.path.endsWith('/Messages.json')) dieIfTime();
}

if (at === 'request') {
  subscribe('http.client.request.created', onRequest);
  subscribe('undici:request:create', onRequest);
} else if (at === 'migration') {
  tapMigrations((sql, run) => {
    if (!isTime()) return;
    // In the middle: all of it is done, and nothing of it is durable.
    if (when === 'after') run(sql.replace(/COMMIT;?\s*$/, ''));
    die();
  });
} else {
  const tap = tapOf(at === 'index' ? [/^\{"createIndexes"/] : WRITTEN[at]);
  tapSqlite(tap);
  if (process.env.MONGODB_URI) tapMongo(tap);
}
