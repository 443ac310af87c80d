/**
 * Sees what a process writes into its store, from below: the statements that SQLite runs, and the
 * commands that MongoDB's driver sends. Loaded into a Recado before its own code, by `--import`; in
 * each of its threads. Nothing in Recado knows of it.
 */
import { createRequire } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** Called with all that becomes durable at once, each write with its values as a line of text. */
export interface Tap {
  /** Before each of them is made. What this throws, the store throws. */
  write?(write: string): void;
  /** Before it is asked for. */
  before?(writes: string[]): void;
  /** When it is done, before anybody else knows it. */
  after?(writes: string[]): void;
}

type Run = (this: StatementSync, ...values: unknown[]) => unknown;

export function tapSqlite({ write, before, after }: Tap): void {
  let writes: string[] = [];
  const prototype = StatementSync.prototype as unknown as Record<string, Run>;
  for (const method of ['run', 'get', 'all']) {
    const original = prototype[method];
    prototype[method] = function (...values) {
      const sql = this.sourceSQL;
      if (/^\s*BEGIN/i.test(sql)) writes = [];
      if (/^\s*(INSERT|UPDATE|DELETE|WITH)/i.test(sql)) {
        writes.push(textOf(sql, values));
        // Only now: what throws here must throw for nobody else's statement.
        write?.(writes.at(-1)!);
      }
      if (!/^\s*COMMIT/i.test(sql)) return original.apply(this, values);
      before?.(writes);
      const result = original.apply(this, values);
      after?.(writes);
      return result;
    };
  }
}

/** What changes the schema runs as one text. */
export function tapMigrations(kill: (sql: string, run: (sql: string) => void) => void): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    if (/PRAGMA user_version = /.test(sql)) kill(sql, (part) => exec.call(this, part));
    return exec.call(this, sql);
  };
}

type Command = Record<string, unknown>;
type Send = (ns: unknown, command: Command, options?: { session?: object }) => Promise<unknown>;

const WRITES = ['insert', 'update', 'delete', 'findAndModify', 'createIndexes', 'create'];

export function tapMongo({ write, before, after }: Tap): void {
  const { prototype } = connection();
  const original = prototype.command;
  const transactions = new WeakMap<object, string[]>();
  prototype.command = async function (ns, command, options = {}, ...more) {
    const { session } = options as { session?: { inTransaction(): boolean } };
    const go = () => original.call(this, ns, command, options, ...more);
    if (command.abortTransaction) transactions.delete(session!);
    const isWrite = WRITES.some((name) => name in command);
    if (!isWrite && !command.commitTransaction) return go();
    if (isWrite) write?.(JSON.stringify(command));
    const written = isWrite ? [textOf(JSON.stringify(command), [])] : [];
    if (isWrite && session?.inTransaction()) {
      transactions.set(session, [...(transactions.get(session) ?? []), ...written]);
      return go();
    }
    const writes = isWrite ? written : (transactions.get(session!) ?? []);
    before?.(writes);
    const answer = await go();
    if (!isWrite) transactions.delete(session!);
    after?.(writes);
    return answer;
  };
}

/** The class that all commands of MongoDB's driver go through. */
function connection(): {
  prototype: { command: (...given: [...Parameters<Send>, ...unknown[]]) => Promise<unknown> };
} {
  const require = createRequire(import.meta.resolve('mongoose'));
  return (require('mongodb/lib/cmap/connection.js') as { Connection: any }).Connection;
}

function textOf(sql: string, values: unknown[]): string {
  return values.length ? `${sql} | ${JSON.stringify(values)}` : sql;
}
