import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { KEEP_TESTS, KEEP_TESTS_MS, type TestSend, type WhatsAppRecords } from './records.store.js';

/** The records in SQLite. */
export const steps = {
  noteWebhook(db: Database, account: string, number: string, at: number): void {
    db.run(
      `INSERT INTO twilio_numbers (account, number, first_webhook_at)
       VALUES (:account, :number, :at) ON CONFLICT DO NOTHING`,
      { account, number, at },
    );
  },

  beginTest(db: Database, { id, to, from, account, body }: TestSend): void {
    const now = db.now();
    db.run(
      `DELETE FROM test_sends WHERE begun_at < :before OR id NOT IN (
         SELECT id FROM test_sends ORDER BY begun_at DESC LIMIT :most)`,
      { before: now - KEEP_TESTS_MS, most: KEEP_TESTS - 1 },
    );
    db.run(
      `INSERT INTO test_sends (id, sent_to, sent_from, sent_by, body, begun_at)
       VALUES (:id, :to, :from, :account, :body, :now)`,
      { id, to, from, account, body, now },
    );
  },

  endTest(db: Database, id: string, sid: string | null): void {
    if (sid) db.run('UPDATE test_sends SET sid = :sid WHERE id = :id', { id, sid });
    else db.run('DELETE FROM test_sends WHERE id = :id', { id });
  },
};

export const open = portOf<WhatsAppRecords>(steps, import.meta.url);

/** Moves the times by which test messages are looked for in the channel's list: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run('UPDATE test_sends SET begun_at = begun_at - :ms WHERE sid IS NULL', { ms });
}
