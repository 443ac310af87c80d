import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { wakeNow } from '../queue/mailbox-row.sqlite.js';
import { MOST_COUNTED } from '../queue/queue.store.js';
import type { SendError } from '../turns/part.js';
import {
  PROBE_MS,
  WOKEN_AT_ONCE,
  type AccountStore,
  type HeardBy,
  type Hold,
  type Tended,
} from './account.store.js';

const HELD = `held = 1 AND state = 'pending'`;

/** The hold of the account in SQLite. */
export const steps = {
  find(db: Database): Hold | undefined {
    const row = db.get(
      `SELECT since, code, message, action, heard_by AS heardBy, try_at AS tryAt, refusals, probe,
         sid FROM account_hold`,
    );
    if (!row) return undefined;
    return Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== null),
    ) as unknown as Hold;
  },

  hold(db: Database, error: SendError, heardBy: HeardBy, tryInMs: number, again: boolean): Hold {
    const now = db.now();
    const { code, message, action } = error;
    db.run(
      `INSERT INTO account_hold (id, since, code, message, action, heard_by, try_at, refusals)
       VALUES (1, :now, :code, :message, :action, :heardBy, :tryAt, 1)
       ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message,
         action = excluded.action, heard_by = excluded.heard_by, try_at = excluded.try_at,
         refusals = refusals + 1, probe = NULL, sid = NULL
       WHERE :again OR sid IS NOT NULL`,
      {
        now,
        code: code ?? null,
        message,
        action: action ?? null,
        heardBy,
        tryAt: now + tryInMs,
        again: again ? 1 : 0,
      },
    );
    return steps.find(db)!;
  },

  postpone(db: Database, tryInMs: number, sid?: string): void {
    db.run('UPDATE account_hold SET try_at = :tryAt, sid = :sid', {
      tryAt: db.now() + tryInMs,
      sid: sid ?? null,
    });
  },

  lift(db: Database): void {
    db.run('DELETE FROM account_hold');
  },

  tend(db: Database): Tended {
    const hold = steps.find(db);
    if (!hold) return { woken: wakeSome(db) };
    if (hold.tryAt > db.now()) return { hold, woken: 0 };
    if (!hold.sid) return letOneTry(db, hold);
    steps.lift(db);
    return { woken: wakeSome(db) };
  },

  tryNow(db: Database): boolean {
    db.run('UPDATE account_hold SET try_at = :now, sid = NULL', { now: db.now() });
    const waiting = db.all<{ id: string; conversationId: string }>(
      `SELECT id, conversation_id AS conversationId FROM outbox WHERE awaits_change = 1
       LIMIT ${WOKEN_AT_ONCE}`,
    );
    for (const { id, conversationId } of waiting) {
      db.run(
        `UPDATE outbox SET awaits_change = NULL,
           set_off = CASE state WHEN 'pending' THEN 'configuration' ELSE set_off END,
           retry_at = CASE state WHEN 'pending' THEN NULL ELSE retry_at END WHERE id = :id`,
        { id },
      );
      wakeNow(db, conversationId);
    }
    return waiting.length > 0;
  },

  waiting(db: Database): number {
    return db.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM outbox WHERE ${HELD} LIMIT ${MOST_COUNTED})`,
    )!.n;
  },
};

export const open = portOf<AccountStore>(steps, import.meta.url, ['waiting']);

/** Moves the time of the next probe: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run('UPDATE account_hold SET try_at = MAX(try_at - :ms, :now)', { ms, now: db.now() });
}

/** Lets the next conversation try. They take turns: the one before may have been unable to. */
function letOneTry(db: Database, hold: Hold): Tended {
  const next = `SELECT conversation_id AS id FROM outbox WHERE ${HELD} AND conversation_id > :after
    ORDER BY conversation_id LIMIT 1`;
  const found =
    db.get<{ id: string }>(next, { after: hold.probe ?? '' }) ??
    db.get<{ id: string }>(next, { after: '' });
  if (!found) return { hold, woken: 0 };
  const change = { probe: found.id, tryAt: db.now() + PROBE_MS };
  db.run('UPDATE account_hold SET probe = :probe, try_at = :tryAt', change);
  wakeNow(db, found.id);
  return { hold: { ...hold, ...change }, woken: 1 };
}

/** Makes the next mailboxes due that waited for a hold which is over. */
function wakeSome(db: Database): number {
  const some = db.all<{ id: string }>(
    'SELECT DISTINCT conversation_id AS id FROM outbox WHERE held = 1 LIMIT :most',
    { most: WOKEN_AT_ONCE },
  );
  for (const { id } of some) {
    db.run('UPDATE outbox SET held = NULL WHERE held = 1 AND conversation_id = :id', { id });
    wakeNow(db, id);
  }
  return some.length;
}
