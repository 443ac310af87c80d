import type { LineId } from '../../config/lines/line.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { wakeNow } from '../queue/mailbox-row.sqlite.js';
import { MOST_COUNTED } from '../queue/queue.store.js';
import {
  ACCOUNT,
  PROBE_MS,
  WOKEN_AT_ONCE,
  type Hold,
  type HoldStore,
  type Refusal,
  type Tended,
} from './hold.store.js';

const HELD = `held = 1 AND state = 'pending'`;
/** The lines that parts wait on and that aren't held: steps from line to line in the index. */
const FREE = `WITH RECURSIVE waiting (line) AS (
    SELECT min(held_line) FROM outbox WHERE held = 1 UNION ALL
    SELECT (SELECT min(held_line) FROM outbox WHERE held = 1 AND held_line > waiting.line)
    FROM waiting WHERE waiting.line IS NOT NULL)
  SELECT line FROM waiting WHERE line NOT IN (SELECT id FROM account_hold)`;

/** The holds in SQLite. */
export const steps = {
  all(db: Database): Hold[] {
    const rows = db.all(
      `SELECT nullif(id, '${ACCOUNT}') AS line, since, code, message, action, heard_by AS heardBy,
         try_at AS tryAt, refusals, probe, sid FROM account_hold ORDER BY line`,
    );
    return rows.map(toHold);
  },

  hold(db: Database, { line, error, heardBy, tryInMs, again }: Refusal): Hold {
    const now = db.now();
    const { code, message, action } = error;
    db.run(
      `INSERT INTO account_hold (id, since, code, message, action, heard_by, try_at, refusals)
       VALUES (:id, :now, :code, :message, :action, :heardBy, :tryAt, 1)
       ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message,
         action = excluded.action, heard_by = excluded.heard_by, try_at = excluded.try_at,
         refusals = refusals + 1, probe = NULL, sid = NULL
       WHERE :again OR sid IS NOT NULL`,
      {
        id: idOf(line),
        now,
        code: code ?? null,
        message,
        action: action ?? null,
        heardBy,
        tryAt: now + tryInMs,
        again: again ? 1 : 0,
      },
    );
    return steps.all(db).find((hold) => hold.line === line)!;
  },

  postpone(db: Database, line: LineId | undefined, tryInMs: number, sid?: string): void {
    db.run('UPDATE account_hold SET try_at = :tryAt, sid = :sid WHERE id = :id', {
      id: idOf(line),
      tryAt: db.now() + tryInMs,
      sid: sid ?? null,
    });
  },

  lift(db: Database, line: LineId | undefined): void {
    db.run('DELETE FROM account_hold WHERE id = :id', { id: idOf(line) });
  },

  tend(db: Database): Tended {
    const holds = steps.all(db);
    const account = holds.find(({ line }) => line === undefined);
    const due = (account ? [account] : holds).filter(({ tryAt }) => tryAt <= db.now());
    for (const { line, sid } of due) if (sid) steps.lift(db, line);
    const tried = due.filter((hold) => !hold.sid && letOneTry(db, hold)).length;
    const woken = tried + wakeSome(db);
    return { holds: steps.all(db), woken };
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

  waiting(db: Database, line?: LineId): number {
    const theirs = line === undefined ? HELD : `${HELD} AND held_line = :line`;
    return db.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM outbox WHERE ${theirs} LIMIT ${MOST_COUNTED})`,
      line === undefined ? {} : { line },
    )!.n;
  },
};

export const open = portOf<HoldStore>(steps, import.meta.url, ['waiting']);

/** Moves the time of the next probe: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run('UPDATE account_hold SET try_at = MAX(try_at - :ms, :now)', { ms, now: db.now() });
}

const idOf = (line: LineId | undefined) => line ?? ACCOUNT;

function toHold(row: object): Hold {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as Hold;
}

/** Lets the next conversation try, if one waits. They take turns: the one before may have been unable to. */
function letOneTry(db: Database, { line, probe }: Hold): boolean {
  const found = line === undefined ? nextOfAll(db, probe) : nextOfLine(db, line, probe);
  if (found === undefined) return false;
  db.run('UPDATE account_hold SET probe = :found, try_at = :tryAt WHERE id = :id', {
    id: idOf(line),
    found,
    tryAt: db.now() + PROBE_MS,
  });
  wakeNow(db, found);
  return true;
}

function nextOfLine(db: Database, line: LineId, probe?: string): string | undefined {
  return nextOf(db, 'held_line = :line', { line }, probe);
}

/** Of the lines that aren't held; where nobody waits there, of all. */
function nextOfAll(db: Database, probe?: string): string | undefined {
  const free = 'held_line NOT IN (SELECT id FROM account_hold)';
  return nextOf(db, free, {}, probe) ?? nextOf(db, '1', {}, probe);
}

function nextOf(db: Database, which: string, values: object, probe = ''): string | undefined {
  const next = `SELECT conversation_id AS id FROM outbox WHERE ${HELD} AND ${which}
    AND conversation_id > :after ORDER BY conversation_id LIMIT 1`;
  const after = (id: string) => db.get<{ id: string }>(next, { ...values, after: id })?.id;
  return after(probe) ?? after('');
}

/** Makes the next mailboxes due that waited for a hold which is over. */
function wakeSome(db: Database): number {
  if (db.get(`SELECT 1 FROM account_hold WHERE id = '${ACCOUNT}'`)) return 0;
  const some = db.all<{ id: string }>(
    `SELECT DISTINCT conversation_id AS id FROM outbox
     WHERE held = 1 AND held_line IN (${FREE}) LIMIT :most`,
    { most: WOKEN_AT_ONCE },
  );
  for (const { id } of some) {
    db.run('UPDATE outbox SET held = NULL WHERE held = 1 AND conversation_id = :id', { id });
    wakeNow(db, id);
  }
  return some.length;
}
