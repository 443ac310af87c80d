import type { Database } from '../../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../../storage/sqlite/sqlite.js';
import { MESSAGE_COLUMNS, toMessage } from '../../chat/messages/message.sqlite.js';
import { holds } from '../queue/mailbox.sqlite.js';
import type { Claim } from '../queue/mailbox.store.js';
import { steps as outbox } from '../outbox/outbox.sqlite.js';
import { cancelTurns, tellEnded } from './settlement.sqlite.js';
import { insertTurn } from './turn-insert.sqlite.js';
import { findTurn, partsOf, toTurn, TURN_COLUMNS, type TurnRow } from './turn-row.sqlite.js';
import type { Outcome } from './turn.js';
import { MOST_WAITING, NOTHING_TO_SEND, TurnStore } from './turn.store.js';
import type { Draft, Window, Work } from './turn.store.js';

function count(db: Database, conversationId: string): number {
  return db.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM messages WHERE conversation_id = :conversationId AND waiting = 1',
    { conversationId },
  )!.n;
}

export function lastInboundAt(db: Database, conversationId: string): number | undefined {
  return db.get<{ at: number }>(
    `SELECT created_at AS at FROM messages
     WHERE conversation_id = :conversationId AND role = 'user' AND source = 'whatsapp'
     ORDER BY seq DESC LIMIT 1`,
    { conversationId },
  )?.at;
}

export const steps = {
  open(db: Database, { conversationId, token }: Claim): Work | null {
    const row = db.get(
      `SELECT wakes, merged_into, window_start, window_count, window_noticed, taken_at, opted_out_at
       FROM conversations WHERE id = :conversationId AND token = :token`,
      { conversationId, token },
    );
    if (!row) return null;
    const unsettled = db.all<TurnRow>(
      `SELECT ${TURN_COLUMNS} FROM turns WHERE conversation_id = :conversationId AND outcome IS NULL
       ORDER BY seq`,
      { conversationId },
    );
    const waiting = db.all(
      `SELECT ${MESSAGE_COLUMNS} FROM messages
       WHERE conversation_id = :conversationId AND waiting = 1 ORDER BY seq LIMIT :most`,
      { conversationId, most: MOST_WAITING },
    );
    return {
      turn: unsettled[0] && toTurn(db, unsettled[0]),
      unsettled: unsettled.length,
      waiting: waiting.map(toMessage),
      waitingInAll: waiting.length < MOST_WAITING ? waiting.length : count(db, conversationId),
      wakes: row.wakes,
      window: toWindow(row),
      mergedInto: row.merged_into ?? undefined,
      takenOver: row.taken_at !== null,
      optedOut: row.opted_out_at !== null,
      lastInboundAt: lastInboundAt(db, conversationId),
      now: db.now(),
    };
  },

  answer(db: Database, claim: Claim, draft: Draft): 'stored' | 'outdated' | 'lost' {
    if (!holds(db, claim)) return 'lost';
    if (!draft.evenIfOutdated && count(db, claim.conversationId) !== draft.seen) return 'outdated';
    if (!draft.parts.length && !draft.outcome) throw new Error(NOTHING_TO_SEND);
    if (draft.optOut !== undefined) optOut(db, claim.conversationId, draft.optOut);
    insertTurn(db, claim.conversationId, draft);
    cover(db, draft);
    if (!draft.parts.length) tellEnded(db, draft.turnId, draft.outcome!, draft.covers.length);
    if (draft.window) keepWindow(db, claim.conversationId, draft.window);
    return 'stored';
  },

  cancel(db: Database, claim: Claim): void {
    if (holds(db, claim)) cancelTurns(db, claim.conversationId, 'opted_out');
  },

  bury(db: Database, claim: Claim, turnId: string, error: string): Outcome | undefined {
    if (!holds(db, claim)) return undefined;
    db.run('UPDATE turns SET error = :error, failed = 1 WHERE id = :turnId', { turnId, error });
    for (const { id, state } of partsOf(db, turnId)) {
      if (state === 'sending') outbox.doubt(db, claim, id);
      else if (state !== 'accepted') outbox.abandon(db, claim, id, { message: error });
    }
    return findTurn(db, turnId)!.outcome;
  },
};

function optOut(db: Database, id: string, out: boolean): void {
  db.run('UPDATE conversations SET opted_out_at = :at WHERE id = :id', {
    id,
    at: out ? db.now() : null,
  });
  if (out) cancelTurns(db, id, 'opted_out');
}

function cover(db: Database, { turnId, covers }: Draft): void {
  for (const id of covers) {
    db.run('UPDATE messages SET turn_id = :turnId, waiting = NULL WHERE id = :id', { turnId, id });
  }
}

function toWindow(row: Record<string, any>): Window | undefined {
  if (row.window_start === null) return undefined;
  return { start: row.window_start, count: row.window_count, noticed: row.window_noticed === 1 };
}

function keepWindow(db: Database, id: string, { start, count, noticed }: Window): void {
  db.run(
    `UPDATE conversations SET window_start = :start, window_count = :count,
       window_noticed = :noticed WHERE id = :id`,
    { id, start, count, noticed: noticed ? 1 : 0 },
  );
}

/** Turns in SQLite. */
export class SqliteTurnStore extends TurnStore {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteTurnStore> {
    return new SqliteTurnStore(await sqlite.steps<typeof steps>(import.meta.url));
  }

  open(claim: Claim) {
    return this.#steps.open(claim);
  }

  answer(claim: Claim, draft: Draft) {
    return this.#steps.answer(claim, draft);
  }

  cancel(claim: Claim) {
    return this.#steps.cancel(claim);
  }

  bury(claim: Claim, turnId: string, error: string) {
    return this.#steps.bury(claim, turnId, error);
  }
}
