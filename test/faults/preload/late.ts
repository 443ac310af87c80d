/** What SQLite's writer does too late. */
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
