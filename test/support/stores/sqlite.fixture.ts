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
  /** What the writer's connection is told to do before a commit counts. 2: fsync. */
  synchronous(db: Database): number {
    return db.get<{ synchronous: number }>('PRAGMA synchronous')!.synchronous;
  },
  /** Writes what can't be committed: it breaks a rule that SQLite looks at when it commits. */
  putWhatCannotBeCommitted(db: Database): void {
    db.run('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
    db.run(`CREATE TABLE children (parent INTEGER
      REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)`);
    db.run('INSERT INTO children VALUES (1)');
  },
  /** Reads, and goes on reading until the flag is set. */
  readUntil(db: Database, name: string, flag: Int32Array): string | undefined {
    const found = steps.get(db, name);
    Atomics.store(flag, 0, 1);
    Atomics.wait(flag, 1, 0);
    expectSame(found, steps.get(db, name));
    return found;
  },
  /** Reads beside the writer. */
  look(db: Database, name: string): string | undefined {
    return steps.get(db, name);
  },
  /** A read that fails so badly that SQLite ends its transaction. */
  readWhatIsBroken(db: Database): void {
    db.exec('ROLLBACK');
    throw new Error('disk I/O error');
  },
  /** A step that is said to read only, but writes. */
  writeInRead(db: Database, name: string): void {
    steps.put(db, name, 'x');
  },
  /** Sets the time by so many milliseconds beside that of the machine. */
  setTime(db: Database, ms: number): void {
    db.clock.wall = () => Date.now() + ms;
  },
};

function expectSame(before: unknown, after: unknown): void {
  if (before !== after) throw new Error('A read saw two states.');
}

interface Fixture {
  put(name: string, value: string): Promise<void>;
  putAndFail(name: string, value: string): Promise<void>;
  get(name: string): Promise<string | undefined>;
  refuse(): Promise<void>;
  puts(): Promise<number>;
  transaction(): Promise<number>;
  synchronous(): Promise<number>;
  putWhatCannotBeCommitted(): Promise<void>;
  readUntil(name: string, flag: Int32Array): Promise<string | undefined>;
  look(name: string): Promise<string | undefined>;
  readWhatIsBroken(): Promise<void>;
  writeInRead(name: string): Promise<void>;
  setTime(ms: number): Promise<void>;
}

export const open = portOf<Fixture>(steps, import.meta.url, [
  'readUntil',
  'look',
  'readWhatIsBroken',
  'writeInRead',
]);
