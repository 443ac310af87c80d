import { timeSetBack as passInOutbox } from '../../src/mailbox/outbox/outbox.sqlite.js';
import { timeSetBack as passInQueue } from '../../src/mailbox/queue/queue.sqlite.js';
import type { Database } from '../../src/storage/sqlite/database.js';
import { portOf } from '../../src/storage/sqlite/steps.js';

const FILLED = `messages outbox turns former_attempts whatsapp_sessions conversations erasures`;

/** What a test does to the file beside the ports. */
export const steps = {
  /** All that waits for a time waits for so many milliseconds less. */
  pass(db: Database, ms: number): void {
    passInQueue(db, ms);
    passInOutbox(db, ms);
  },

  /** Deletes what a run left. The hashes of erased messages stay: runs have ids of their own. */
  clear(db: Database): void {
    for (const table of FILLED.split(' ')) db.run(`DELETE FROM ${table}`);
  },
};

export interface Passing {
  pass(ms: number): Promise<void>;
  clear(): Promise<void>;
}

export const open = portOf<Passing>(steps, import.meta.url);
