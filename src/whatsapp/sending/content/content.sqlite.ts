import type { Database } from '../../../storage/sqlite/database.js';
import { portOf } from '../../../storage/sqlite/steps.js';
import type { ContentStore } from './content.store.js';

/** What was made at Twilio, in SQLite. */
export const steps = {
  find(db: Database, account: string, hash: string): string | null {
    const row = db.get<{ sid: string }>(
      'SELECT sid FROM content_resources WHERE account = :account AND hash = :hash',
      { account, hash },
    );
    return row?.sid ?? null;
  },

  count(db: Database, account: string): number {
    return db.get<{ n: number }>(
      'SELECT COUNT(*) AS n FROM content_resources WHERE account = :account',
      { account },
    )!.n;
  },

  keep(db: Database, account: string, hash: string, sid: string): string {
    db.run(
      `INSERT INTO content_resources (account, hash, sid, created_at)
       VALUES (:account, :hash, :sid, :now) ON CONFLICT DO NOTHING`,
      { account, hash, sid, now: db.now() },
    );
    return steps.find(db, account, hash)!;
  },

  forget(db: Database, account: string, sid: string): void {
    db.run('DELETE FROM content_resources WHERE account = :account AND sid = :sid', {
      account,
      sid,
    });
  },
};

export const open = portOf<ContentStore>(steps, import.meta.url);
