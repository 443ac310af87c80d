import type { Database } from './database.js';

export const steps = {
  /** Writes one row, so that a full or read-only disk is noticed. */
  check(db: Database, now: number): void {
    db.run(
      `INSERT INTO settings (name, value) VALUES ('last_check', :now)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      { now: String(now) },
    );
  },
};
