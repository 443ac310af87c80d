import type { LineId } from '../../config/lines/line.js';
import { FENCE } from '../../sessions/fence.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Sqlite } from '../../storage/sqlite/sqlite.js';
import { claimable } from './crashes.js';
import { MOST_COUNTED } from './queue.store.js';
import type { Backlog, Claim, QueueStore, Release } from './queue.store.js';

/** As long due as before the claim; not after `:now`, where a clock was set back meanwhile. */
const AS_BEFORE = 'MIN(COALESCE(due_since, :now), :now)';

/** The queue of mailboxes in SQLite. */
export const steps = {
  interrupt(db: Database, id: string): void {
    const now = db.now();
    db.run(`UPDATE conversations SET ${FENCE} WHERE id = :id AND opted_out_at IS NULL`, {
      id,
      now,
    });
  },

  wakeLine(db: Database, line: LineId): void {
    const now = db.now();
    db.run(
      `UPDATE conversations SET wakes = wakes + 1,
         due_at = CASE WHEN lease_until > :now THEN due_at ELSE MIN(due_at, :now) END
       WHERE line = :line AND due_at IS NOT NULL`,
      { line, now },
    );
  },

  claim(db: Database, limit: number, leaseMs: number, idle = true): Claim[] {
    const now = db.now();
    const due = db.all<{ id: string; crashes: number }>(
      `SELECT id, crashes FROM conversations WHERE due_at IS NOT NULL AND due_at <= :now
       ORDER BY due_at LIMIT :limit`,
      { now, limit },
    );
    const chosen = claimable(due, idle).map(({ id }) => id);
    if (!chosen.length) return [];
    return db.all<Claim & { crashes: number }>(
      `UPDATE conversations
       SET token = token + 1, crashes = crashes + 1, lease_until = :until, due_at = :until,
         claimed_at = :now, due_since = due_at
       WHERE id IN (SELECT value FROM json_each(:ids))
       RETURNING id AS conversationId, token, crashes - 1 AS crashes, claimed_at AS at,
         COALESCE(failures, 0) AS failures`,
      { now, until: now + leaseMs, ids: JSON.stringify(chosen) },
    );
  },

  renew(db: Database, { conversationId, token }: Claim, leaseMs: number): boolean {
    const changed = db.run(
      `UPDATE conversations SET lease_until = :until, due_at = :until
       WHERE id = :conversationId AND token = :token AND lease_until IS NOT NULL`,
      { conversationId, token, until: db.now() + leaseMs },
    );
    return changed === 1;
  },

  release(db: Database, claim: Claim, { wakes, dueInMs, crashes, failures }: Release): void {
    const now = db.now();
    const due = 'CASE WHEN wakes <> COALESCE(:wakes, wakes) THEN :now ELSE :due END';
    db.run(
      `UPDATE conversations SET lease_until = NULL, crashes = COALESCE(:crashes, MAX(crashes - 1, 0)), failures = :failures,
         due_at = ${dueInMs === 'as-before' ? AS_BEFORE : due}
       WHERE id = :id AND token = :token`,
      {
        id: claim.conversationId,
        token: claim.token,
        crashes: crashes ?? null,
        failures: failures ?? null,
        wakes: wakes ?? null,
        now,
        due: typeof dueInMs === 'number' ? now + dueInMs : null,
      },
    );
  },

  /** Reads indexes only, so that a large store doesn't slow the metrics down. */
  backlog(db: Database): Backlog {
    const now = db.now();
    const due = db.get<{ count: number; first: number | null }>(
      `SELECT count(*) AS count, min(due_at) AS first FROM (SELECT due_at FROM conversations
       WHERE due_at IS NOT NULL AND due_at <= :now ORDER BY due_at LIMIT ${MOST_COUNTED})`,
      { now },
    )!;
    const waiting = db.get<{ count: number; first: number | null }>(
      `SELECT count(*) AS count, min(seq) AS first FROM (SELECT seq FROM messages
       INDEXED BY messages_waiting WHERE waiting = 1 LIMIT ${MOST_COUNTED})`,
    )!;
    const oldest = db.get<{ at: number }>(
      'SELECT created_at AS at FROM messages WHERE seq = :first',
      { first: waiting.first },
    );
    return {
      due: { count: due.count, oldestMs: Math.max(0, now - (due.first ?? now)) },
      waiting: { count: waiting.count, oldestMs: Math.max(0, now - (oldest?.at ?? now)) },
    };
  },

  /**
   * Ends the leases that a former process left behind, and makes their mailboxes due. Only one
   * process owns the file, so no lease that is there at the start has a holder.
   */
  recover(db: Database): void {
    db.run(
      `UPDATE conversations SET lease_until = NULL, due_at = ${AS_BEFORE}
       WHERE due_at IS NOT NULL AND lease_until IS NOT NULL`,
      { now: db.now() },
    );
  },
};

/** Moves the times at which mailboxes are due: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run(
    `UPDATE conversations SET due_at = MAX(due_at - :ms, :now),
       lease_until = MAX(lease_until - :ms, :now)
     WHERE due_at IS NOT NULL AND due_at > :now`,
    { ms, now: db.now() },
  );
}

interface Recoverable extends QueueStore {
  recover(): Promise<void>;
}

/** Binds the steps to the port, and recovers what a former process left behind. */
export async function open(sqlite: Sqlite): Promise<QueueStore> {
  const queue = await portOf<Recoverable>(steps, import.meta.url, ['backlog'])(sqlite);
  await queue.recover();
  return queue;
}
