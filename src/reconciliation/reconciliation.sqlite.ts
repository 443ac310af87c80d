import { wasErased } from '../mailbox/intake/erased.sqlite.js';
import { rememberAttempts } from '../mailbox/outbox/callbacks/former-attempts.sqlite.js';
import type { Evidence } from '../mailbox/turns/evidence.js';
import { takePlace } from '../failures/place.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { OpenAttempt } from './sends/matching.js';
import type { DueLook, DueLooks, OwnNumber, ReconciliationStore } from './reconciliation.store.js';

const ATTEMPT = `sent_to AS "to", sent_from AS "from", sent_by AS account, body AS text`;
/** A part's; of a test message there is only the text. */
const OF_PART = `${ATTEMPT}, iif(content IS NULL, NULL, 1) AS worded`;
const OPEN = `look_at IS NOT NULL AND state IN ('sending', 'uncertain')`;
const SAME_ATTEMPT = `id = :partId AND attempt = :attempt AND state IN ('sending', 'uncertain')`;

/** Reconciliation in SQLite. */
export const steps = {
  /** One process owns the directory: it leads. */
  lead(_db: Database, _holder: string, _forMs: number): boolean {
    return true;
  },

  resign(_db: Database, _holder: string): void {},

  due(db: Database, limit: number): DueLooks {
    const now = db.now();
    const rows = db.all(
      `SELECT id AS partId, attempt AS id, ${OF_PART}, attempted_at AS begunAt, state, evidence
       FROM outbox WHERE ${OPEN} AND look_at <= :now AND attempt IS NOT NULL
       ORDER BY look_at LIMIT :limit`,
      { now, limit },
    );
    return { now, looks: rows.map(toLook) };
  },

  openTo(db: Database, address: string): OpenAttempt[] {
    const parts = db.all(
      `SELECT attempt AS id, ${OF_PART}, attempted_at AS begunAt FROM outbox
       WHERE sent_to = :address AND ${OPEN}`,
      { address },
    );
    const tests = db.all(
      `SELECT id, ${ATTEMPT}, begun_at AS begunAt FROM test_sends
       WHERE sent_to = :address AND sid IS NULL`,
      { address },
    );
    return [
      ...parts.map(toAttempt),
      ...tests.map((row) => ({ ...row, kind: 'test' }) as OpenAttempt),
    ];
  },

  known(db: Database, _address: string, sids: string[]): string[] {
    return sids.filter(
      (sid) =>
        db.get('SELECT 1 FROM former_attempts WHERE sid = :sid', { sid }) ||
        db.get('SELECT 1 FROM outbox WHERE sid = :sid', { sid }) ||
        db.get('SELECT 1 FROM test_sends WHERE sid = :sid', { sid }),
    );
  },

  keepLook(db: Database, partId: string, evidence: Evidence, againInMs: number | null): void {
    const lookAt = againInMs === null ? null : db.now() + againInMs;
    db.run(`UPDATE outbox SET evidence = :evidence, look_at = :lookAt WHERE ${SAME_ATTEMPT}`, {
      partId,
      attempt: evidence.attempt,
      evidence: JSON.stringify(evidence),
      lookAt,
    });
  },

  resend(db: Database, partId: string, evidence: Evidence): boolean {
    const turn = db.get<{ id: string; conversationId: string; into: string }>(
      `SELECT t.id, t.conversation_id AS conversationId, c.id AS "into" FROM outbox o
       JOIN turns t ON t.id = o.turn_id JOIN conversations own ON own.id = o.conversation_id
       JOIN conversations c ON c.id = COALESCE(own.merged_into, own.id)
       WHERE o.id = :partId AND o.attempt = :attempt AND o.state = 'uncertain'
         AND t.cancelled IS NULL AND c.opted_out_at IS NULL AND c.unreachable_at IS NULL
         AND (c.taken_at IS NULL OR t.mode = 'person')`,
      { partId, attempt: evidence.attempt },
    );
    if (!turn) return false;
    rememberAttempts(db, 'id = :partId', { partId });
    db.run(
      `UPDATE outbox SET state = 'pending', retry_at = NULL, look_at = NULL, error = NULL,
         set_off = 'reconciliation', evidence = :evidence, updated_at = :now WHERE id = :partId`,
      { partId, evidence: JSON.stringify(evidence), now: db.now() },
    );
    reopen(db, turn.id);
    takePlace(db, turn, turn.into);
    return true;
  },

  numbers(db: Database, account: string): OwnNumber[] {
    return db
      .all(
        `SELECT number, first_webhook_at AS firstWebhookAt, looked_until AS lookedUntil
         FROM twilio_numbers WHERE account = :account ORDER BY number`,
        { account },
      )
      .map(
        ({ lookedUntil, ...row }) =>
          ({ ...row, lookedUntil: lookedUntil ?? undefined }) as OwnNumber,
      );
  },

  missing(db: Database, sids: string[]): string[] {
    return sids.filter(
      (sid) => !db.get('SELECT 1 FROM messages WHERE id = :sid', { sid }) && !wasErased(db, sid),
    );
  },

  keepLookedUntil(db: Database, account: string, number: string, until: number): void {
    db.run(
      `UPDATE twilio_numbers SET looked_until = max(COALESCE(looked_until, 0), :until)
       WHERE account = :account AND number = :number`,
      { account, number, until },
    );
  },
};

export const open = portOf<ReconciliationStore>(steps, import.meta.url);

/** The turn goes on: what was stopped behind the part is sent, too. */
function reopen(db: Database, turnId: string): void {
  db.run(`UPDATE outbox SET state = 'pending' WHERE turn_id = :turnId AND state = 'stopped'`, {
    turnId,
  });
  db.run('UPDATE turns SET outcome = NULL, settled_at = NULL, failed = NULL WHERE id = :turnId', {
    turnId,
  });
}

function toAttempt({ worded, ...attempt }: Record<string, any>): OpenAttempt {
  return { ...attempt, kind: 'part', ...(worded && { worded: true }) } as OpenAttempt;
}

function toLook({ partId, state, evidence, ...attempt }: Record<string, any>): DueLook {
  return {
    partId,
    attempt: toAttempt(attempt),
    uncertain: state === 'uncertain',
    evidence: evidence ? (JSON.parse(evidence) as Evidence) : undefined,
  };
}
