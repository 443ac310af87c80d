/** What SQLite's writer does too late, or undoes when it starts. */
import { DatabaseSync, StatementSync } from 'node:sqlite';

type Run = (this: StatementSync, ...values: any[]) => unknown;

const NOTHING = { changes: 0, lastInsertRowid: 0 };

/** What was committed becomes durable up to so many milliseconds later; nobody who writes sees it. */
export function committedLate(ms: number): void {
  const run = StatementSync.prototype.run as Run;
  const { exec } = DatabaseSync.prototype;
  let writes = false;
  let open: (() => void) | undefined;
  StatementSync.prototype.run = function (this: StatementSync, ...values: any[]) {
    const go = () => run.apply(this, values);
    if (this.sourceSQL === 'BEGIN IMMEDIATE') {
      writes = true;
      return open ? NOTHING : go();
    }
    // Who only reads ends what they read with a COMMIT, too.
    if (this.sourceSQL !== 'COMMIT' || !writes) return go();
    writes = false;
    open = go;
    return NOTHING;
  } as never;
  DatabaseSync.prototype.exec = function (sql) {
    if (/^\s*ROLLBACK(?! TO)/.test(sql)) open = undefined;
    return exec.call(this, sql);
  };
  const late = () => {
    if (writes) return;
    open?.();
    open = undefined;
  };
  setInterval(late, ms).unref();
}

/** Of the turns that aren't settled, all is forgotten when the writer starts: their messages wait. */
const FORGET = `
  CREATE TEMP TABLE forgotten AS SELECT id FROM turns WHERE outcome IS NULL;
  DELETE FROM messages WHERE id IN (SELECT id FROM temp.forgotten);
  UPDATE messages SET waiting = 1, turn_id = NULL WHERE turn_id IN (SELECT id FROM temp.forgotten);
  DELETE FROM outbox WHERE turn_id IN (SELECT id FROM temp.forgotten);
  DELETE FROM turns WHERE id IN (SELECT id FROM temp.forgotten);
  UPDATE conversations SET due_at = 0 WHERE id IN (
    SELECT conversation_id FROM messages WHERE waiting = 1)`;

/** Forgets what was answered and not settled, before a new process recovers what the former left. */
export function answersForgotten(): void {
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (sql, ...more) {
    const recovers = /^UPDATE conversations SET lease_until = NULL, due_at = \?\s+WHERE due_at IS/;
    if (recovers.test(sql.trim())) this.exec(FORGET);
    return prepare.call(this, sql, ...more);
  };
}
