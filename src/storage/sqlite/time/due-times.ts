import type { Database } from '../database.js';

/** What a module of steps may export beside them. */
export interface KeepsDueTimes {
  /**
   * Moves the times until which something waits, which were counted before the machine's time was
   * set back by `ms`. What was due then is due now.
   */
  timeSetBack?(db: Database, ms: number): void;
}

/** Milliseconds between two notes of the time. */
const NOTE_MS = 10_000;
const NOTED = 'time_noted';

/**
 * Keeps due times right when the machine's time is set back: otherwise a mailbox that is due in a
 * second would wait an hour where the time is set back by an hour. While the process runs, the
 * steady clock tells. For the time between two processes the file has a note of the time.
 */
export class DueTimes {
  private readonly db: Database;
  private readonly modules: Map<string, KeepsDueTimes>;
  /** By how much the time was set back before this process began: for modules not loaded yet. */
  private readonly before: number;
  /** By how much it was set back since, as far as that isn't in a committed transaction. */
  private owed = 0;
  private noted: number;
  private changesWhenNoted: number;

  constructor(db: Database, modules: Map<string, KeepsDueTimes>) {
    this.db = db;
    this.modules = modules;
    const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', {
      name: NOTED,
    });
    this.noted = Number(row?.value ?? 0);
    this.changesWhenNoted = db.changes;
    this.before = db.clock.setBackSince(this.noted);
  }

  /** Corrects what a module keeps that is loaded now. */
  loaded(module: KeepsDueTimes): void {
    if (!this.before || !module.timeSetBack) return;
    this.db.begin();
    try {
      module.timeSetBack(this.db, this.before);
      this.db.run('COMMIT');
    } finally {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
    }
  }

  /** Begins a transaction, in which due times are right. */
  begin(): void {
    this.db.begin();
    this.owed += this.db.clock.setBackBy();
    if (!this.owed) return;
    for (const module of this.modules.values()) module.timeSetBack?.(this.db, this.owed);
  }

  /** Commits the transaction, and notes the time in it if anything was written since the last note. */
  commit(): void {
    const now = this.db.now();
    const isOld = Math.abs(now - this.noted) > NOTE_MS;
    if (isOld && this.db.changes > this.changesWhenNoted) this.note(now);
    this.db.run('COMMIT');
    this.owed = 0;
  }

  private note(now: number): void {
    this.db.run(
      `INSERT INTO settings (name, value) VALUES (:name, :now)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      { name: NOTED, now: String(now) },
    );
    this.noted = now;
    this.changesWhenNoted = this.db.changes;
  }
}
