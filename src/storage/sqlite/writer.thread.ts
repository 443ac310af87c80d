/**
 * The only writer of the SQLite file. It runs in a thread of its own, so that an fsync never blocks
 * the event loop.
 *
 * It commits calls in groups: those that arrive during a commit wait in the port's queue, and the
 * next round runs all of them in one transaction. A call that fails doesn't fail the others, and no
 * result is sent before the commit that makes it durable.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { lock } from './lock.js';
import type { Answer, Call, Failure } from './sqlite.js';

type Step = (db: Database, ...args: unknown[]) => unknown;

const port = parentPort!;
const modules = new Map<string, Record<string, Step>>();
const given = workerData as { file: string; lock: string };

const release = lock(given.lock);
const db = new Database(given.file);
migrate(db);

port.on('message', (calls: Call[]) => void round(calls));
port.postMessage('ready');

/** Calls of the writer itself. They aren't steps of a module and run outside the transaction. */
const WRITER_CALLS = { load: true, emptyLog: true, close: true };

/** Runs all calls that have arrived. It never waits for anything, so that rounds don't overlap. */
function round(first: Call[]): void {
  const calls = [...first];
  for (let more; (more = receiveMessageOnPort(port));) calls.push(...(more.message as Call[]));
  const work = calls.filter(({ step }) => !(step in WRITER_CALLS));
  for (const call of calls) if (call.step === 'load') void load(call);
  if (work.length) port.postMessage(commit(work));
  for (const call of calls) if (call.step === 'emptyLog') emptyLog(call);
  if (calls.some((call) => call.step === 'close')) close();
}

/** Loads a module. Its adapter waits for the answer before it calls a step. */
async function load(call: Call): Promise<void> {
  try {
    const module = (await import(call.module)) as { steps: Record<string, Step> };
    modules.set(call.module, module.steps);
    port.postMessage([{ id: call.id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id: call.id, error: failure(error) }] satisfies Answer[]);
  }
}

/** Runs a checkpoint, which SQLite doesn't allow inside a transaction. */
function emptyLog({ id }: Call): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    port.postMessage([{ id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id, error: failure(error) }] satisfies Answer[]);
  }
}

/** Runs the calls in one transaction. If that can't be committed, all of them fail. */
function commit(calls: Call[]): Answer[] {
  try {
    db.begin();
    const answers = runWithoutSavepoints(calls) ?? runInSavepoints(calls);
    db.run('COMMIT');
    return answers;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return calls.map(({ id }) => ({ id, error: failure(error) }));
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
      if (db.writes === writes) answers.push({ id: call.id, error: failure(error) });
      else return void beginAgain();
    }
  }
  return answers;
}

function beginAgain(): void {
  db.exec('ROLLBACK');
  db.begin();
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
      return { id: call.id, error: failure(error) };
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
  const value = modules.get(module)![step](db, ...args);
  const { events } = db;
  return events ? { id, value, events } : { id, value };
}

function failure(error: unknown): Failure {
  const { name, message, code, errcode, stack } = error as Error & Failure;
  return { name, isRangeError: error instanceof RangeError, message, code, errcode, stack };
}

function close(): void {
  db.close();
  release();
  port.postMessage('closed');
  port.close();
}
