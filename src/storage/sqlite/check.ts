import type { Database } from './database.js';
import { portOf } from './steps.js';

interface Check {
  /** Writes one row. Throws when the disk is full or read-only. */
  check(): Promise<void>;
}

export const steps = {
  check(db: Database): void {
    db.run(
      `INSERT INTO settings (name, value) VALUES ('last_check', :now)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      { now: String(db.now()) },
    );
  },
};

export const open = portOf<Check>(steps, import.meta.url);
