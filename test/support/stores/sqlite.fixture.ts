import type { Database } from '../../../src/storage/sqlite/database.js';
import { portOf } from '../../../src/storage/sqlite/steps.js';

/** Steps for the writer's own tests. */
let puts = 0;

export const steps = {
  put(db: Database, name: string, value: string): void {
    puts++;
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
  /** Fails before it has written anything. */
  refuse(db: Database): void {
    db.get('SELECT 1');
    throw new RangeError('not so');
  },
  /** How often `put` ran, also where it was undone. */
  puts(): number {
    return puts;
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
  refuse(): Promise<void>;
  puts(): Promise<number>;
  transaction(): Promise<number>;
}

export const open = portOf<Fixture>(steps, import.meta.url);
