/**
 * The only writer of the SQLite file, in a thread of its own so that an fsync never stops the
 * event loop.
 *
 * Group commit: calls that arrive while a commit runs wait in the port's queue; the next round
 * takes all of them into one transaction. One that fails doesn't fail its neighbours, and none is
 * answered before the commit that made it durable.
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

/** What is asked of the writer itself. */
const ASIDE = { load: true, emptyLog: true, close: true };

/** Rounds never overlap: a round runs to its end without waiting for anything. */
function round(first: Call[]): void {
  const calls = [...first];
  for (let more; (more = receiveMessageOnPort(port));) calls.push(...(more.message as Call[]));
  const work = calls.filter(({ step }) => !(step in ASIDE));
  for (const call of calls) if (call.step === 'load') void load(call);
  if (work.length) port.postMessage(commit(work));
  for (const call of calls) if (call.step === 'emptyLog') emptyLog(call);
  if (calls.some((call) => call.step === 'close')) close();
}

/** Steps of a module can be called once it is loaded; its adapter waits for that. */
async function load(call: Call): Promise<void> {
  try {
    const module = (await import(call.module)) as { steps: Record<string, Step> };
    modules.set(call.module, module.steps);
    port.postMessage([{ id: call.id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id: call.id, error: failure(error) }] satisfies Answer[]);
  }
}

/** Not a transaction's work: a checkpoint can't run inside one. */
function emptyLog({ id }: Call): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    port.postMessage([{ id }] satisfies Answer[]);
  } catch (error) {
    port.postMessage([{ id, error: failure(error) }] satisfies Answer[]);
  }
}

function commit(calls: Call[]): Answer[] {
  try {
    db.begin();
    const answers = together(calls) ?? apart(calls);
    db.run('COMMIT');
    return answers;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return calls.map(({ id }) => ({ id, error: failure(error) }));
  }
}

/**
 * A savepoint copies every page that its step changes, which costs more than most statements. So a
 * round goes without them; nothing is answered when one of its steps failed, and it begins again.
 */
function together(calls: Call[]): Answer[] | undefined {
  try {
    return calls.map(run);
  } catch (error) {
    ownFailure(error);
    db.exec('ROLLBACK');
    db.begin();
    return undefined;
  }
}

/** Each call in a savepoint: one that fails doesn't fail its neighbours. */
function apart(calls: Call[]): Answer[] {
  return calls.map((call) => {
    db.run('SAVEPOINT step');
    try {
      const answer = run(call);
      db.run('RELEASE step');
      return answer;
    } catch (error) {
      ownFailure(error);
      db.exec('ROLLBACK TO step; RELEASE step');
      return { id: call.id, error: failure(error) };
    }
  });
}

/** A full disk or a failed write ends the whole transaction by itself: then all are refused. */
function ownFailure(error: unknown): void {
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
