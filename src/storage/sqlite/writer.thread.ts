/**
 * The only writer of the SQLite file. It runs in a thread of its own, so that an fsync never blocks
 * the event loop.
 *
 * It commits calls in groups: those that arrive during a commit wait in the port's queue, and the
 * next round runs all of them in one transaction. A call that fails doesn't fail the others, and no
 * result is sent before the commit that makes it durable.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { CopyProgress } from './copy.js';
import { Database } from './database.js';
import { DueTimes, type KeepsDueTimes } from './time/due-times.js';
import { putIntoIndexes } from './found/found-at-commit.js';
import { migrate } from './migrate.js';
import { lock } from './lock.js';
import { toFailure } from './failure.js';
import type { Answer, Call } from './thread-calls.js';

interface Module extends KeepsDueTimes {
  steps: Record<string, (db: Database, ...args: unknown[]) => unknown>;
}

/** Milliseconds until the log is emptied that couldn't be emptied before. */
const TRY_AGAIN_MS = 1000;

/** Milliseconds between two reports of how far a copy is. */
const TELL_EACH_MS = 200;

const port = parentPort!;
const modules = new Map<string, Module>();
const given = workerData as { file: string; lock: string };

let nextTry: NodeJS.Timeout | undefined;
let copying: Promise<void> | undefined;
let closing = false;

const release = lock(given.lock);
const db = new Database(given.file);
migrate(db);
const dueTimes = new DueTimes(db, modules);
// A process that was killed leaves its log, and in it what was erased shortly before.
emptyLog();

port.on('message', (calls: Call[]) => void round(calls));
port.postMessage('ready');

/** Calls of the writer itself. They aren't steps of a module and run outside the transaction. */
const WRITER_CALLS = { load: true, scrub: true, backUp: true, close: true };

/** Runs all calls that have arrived. It never waits for anything, so that rounds don't overlap. */
function round(first: Call[]): void {
  const calls = [...first];
  for (let more; (more = receiveMessageOnPort(port));) calls.push(...(more.message as Call[]));
  const work = calls.filter(({ step }) => !(step in WRITER_CALLS));
  for (const call of calls) if (call.step === 'load') void load(call);
  if (work.length) port.postMessage(commit(work));
  const toScrub = calls.filter(({ step }) => step === 'scrub');
  if (toScrub.length) void scrub(toScrub);
  for (const call of calls) if (call.step === 'backUp') copying = backUp(call);
  if (calls.some((call) => call.step === 'close')) void close();
}

/** Loads a module. Its adapter waits for the answer before it calls a step. */
async function load(call: Call): Promise<void> {
  try {
    const module = (await import(call.module)) as Module;
    if (!modules.has(call.module)) dueTimes.loaded(module);
    modules.set(call.module, module);
    port.postMessage([{ id: call.id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id: call.id, error: toFailure(error) }] satisfies Answer[]);
  }
}

/**
 * Takes what was deleted out of the file and out of the log for all who ask for it, outside a
 * transaction, as SQLite wants it. A copy under way ends first. They don't wait until the log is
 * empty: that may take as long as somebody reads the file.
 */
async function scrub(calls: Call[]): Promise<void> {
  await copying;
  if (closing) return;
  const answer: Omit<Answer, 'id'> = {};
  try {
    db.rewrite();
  } catch (error) {
    answer.error = toFailure(error);
  }
  emptyLog();
  port.postMessage(calls.map(({ id }) => ({ id, ...answer })) satisfies Answer[]);
}

/** Empties the log, as soon as nobody reads the file. */
function emptyLog(): void {
  try {
    if (db.emptyLog()) return;
  } catch {
    // It is tried again.
  }
  clearTimeout(nextTry);
  nextTry = setTimeout(emptyLog, TRY_AGAIN_MS);
}

/** Runs the calls in one transaction. If that can't be committed, all of them fail. */
function commit(calls: Call[]): Answer[] {
  try {
    dueTimes.begin();
    const answers = runWithoutSavepoints(calls) ?? runInSavepoints(calls);
    putIntoIndexes(db);
    dueTimes.commit();
    return answers;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return calls.map(({ id }) => ({ id, error: toFailure(error) }));
  }
}

/**
 * Runs the calls without savepoints: a savepoint copies every page that its step changes, which
 * costs more than most statements. If a step fails that may have changed something, it begins the
 * transaction again and returns undefined.
 */
function runWithoutSavepoints(calls: Call[]): Answer[] | undefined {
  const answers: Answer[] = [];
  for (const call of calls) {
    const { writes } = db;
    try {
      answers.push(run(call));
    } catch (error) {
      throwIfTransactionEnded(error);
      if (db.writes === writes) answers.push({ id: call.id, error: toFailure(error) });
      else return void beginAgain();
    }
  }
  return answers;
}

function beginAgain(): void {
  db.exec('ROLLBACK');
  dueTimes.begin();
}

/** Runs each call in a savepoint, so that a call that fails doesn't fail the others. */
function runInSavepoints(calls: Call[]): Answer[] {
  return calls.map((call) => {
    db.run('SAVEPOINT step');
    try {
      const answer = run(call);
      db.run('RELEASE step');
      return answer;
    } catch (error) {
      throwIfTransactionEnded(error);
      db.exec('ROLLBACK TO step; RELEASE step');
      return { id: call.id, error: toFailure(error) };
    }
  });
}

/**
 * Throws `error` again if SQLite has ended the whole transaction, as it does when the disk is full
 * or a write fails: then no call of the round can succeed.
 */
function throwIfTransactionEnded(error: unknown): void {
  if (!db.inTransaction) throw error;
}

function run({ id, module, step, args }: Call): Answer {
  db.clearEvents();
  const value = modules.get(module)!.steps[step](db, ...args);
  const { events } = db;
  return events ? { id, value, events } : { id, value };
}

/** Copies the file between the rounds, and tells now and then how far it is. */
async function backUp({ id, args }: Call): Promise<void> {
  let told = performance.now();
  const tell = (progress: CopyProgress) => {
    if (closing) throw new Error('Recado ends.');
    if (performance.now() - told < TELL_EACH_MS) return;
    told = performance.now();
    port.postMessage([{ id, progress }] satisfies Answer[]);
  };
  try {
    await db.copyTo(args[0] as string, tell);
    port.postMessage([{ id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id, error: toFailure(error) }] satisfies Answer[]);
  }
}

async function close(): Promise<void> {
  closing = true;
  clearTimeout(nextTry);
  await copying;
  db.close();
  release();
  port.postMessage('closed');
  port.close();
}
