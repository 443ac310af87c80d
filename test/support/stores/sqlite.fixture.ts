import type { Database } from '../../../src/storage/sqlite/database.js';
import { portOf } from '../../../src/storage/sqlite/port.js';

/** Steps for the writer's own tests. */
export const steps = {
  put(db: Database, name: string, value: string): void {
    db.run('INSERT INTO settings (name, value) VALUES (:name, :value)', { name, value });
  },
  putAndFail(db: Database, name: string, value: string): void {
    steps.put(db, name, value);
    throw new Error('no');
  },
  get(db: Database, name: string): string | undefined {
    return db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name })
      ?.value;
  },
  /** Which transaction this call is part of. */
  transaction(db: Database): number {
    return db.transactions;
  },
};

interface Fixture {
  put(name: string, value: string): Promise<void>;
  putAndFail(name: string, value: string): Promise<void>;
  get(name: string): Promise<string | undefined>;
  transaction(): Promise<number>;
}

export const open = portOf<Fixture>(steps, import.meta.url);
