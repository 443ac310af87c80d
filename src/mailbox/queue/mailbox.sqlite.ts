import type { Database } from '../../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../../storage/sqlite/sqlite.js';
import { steps as messages } from '../../chat/messages/message.sqlite.js';
import { FENCE } from '../../sessions/fence.sqlite.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import { acceptedOnceErased } from '../intake/erased.js';
import { wasErased } from '../intake/erased.sqlite.js';
import type { Accepted, Inbound } from '../intake/inbound.js';
import { MailboxStore, type Claim, type Release } from './mailbox.store.js';
import { cancelTurns } from '../turns/settlement.sqlite.js';

/** The mailbox has something new; its lease and its backoff stay as they are. */
function wake(db: Database, id: string): void {
  db.run(
    'UPDATE conversations SET wakes = wakes + 1, due_at = COALESCE(due_at, :now) WHERE id = :id',
    { id, now: db.now() },
  );
}

/** Something that the mailbox waited for is there: its backoff is over, its lease isn't. */
export function wakeNow(db: Database, id: string): void {
  db.run(
    `UPDATE conversations SET wakes = wakes + 1,
       due_at = CASE WHEN lease_until > :now THEN due_at ELSE :now END WHERE id = :id`,
    { id, now: db.now() },
  );
}

export function holds(db: Database, { conversationId, token }: Claim): boolean {
  return !!db.get('SELECT 1 FROM conversations WHERE id = :conversationId AND token = :token', {
    conversationId,
    token,
  });
}

/** Messages keep their place in the order of acceptance, also among those of `into`. */
function move(db: Database, from: string, into: string): void {
  for (const table of ['messages', 'turns', 'outbox']) {
    db.run(`UPDATE ${table} SET conversation_id = :into WHERE conversation_id = :from`, {
      from,
      into,
    });
  }
  wakeNow(db, into);
  // Of two conversations that became one, a person may have had either.
  const taken = 'SELECT 1 FROM conversations WHERE id = :into AND taken_at IS NOT NULL';
  if (db.get(taken, { into })) cancelTurns(db, into, 'human');
}

export const steps = {
  accept(db: Database, inbound: Inbound): Accepted {
    const known = db.get<{ conversationId: string }>(
      'SELECT conversation_id AS conversationId FROM messages WHERE id = :id',
      { id: inbound.id },
    );
    if (known) return { ...known, messageId: inbound.id, duplicate: true };
    if (wasErased(db, inbound.id)) return acceptedOnceErased(inbound.id);
    const { conversationId, merged } = sessions.getOrCreate(db, inbound);
    if (merged) move(db, merged, conversationId);
    const { id, text, details } = inbound;
    const createdAt = db.now();
    messages.insert(
      db,
      { id, conversationId, role: 'user', source: 'whatsapp', text, details, createdAt },
      true,
    );
    wake(db, conversationId);
    return { conversationId, messageId: id, duplicate: false };
  },

  interrupt(db: Database, id: string): void {
    const now = db.now();
    db.run(`UPDATE conversations SET ${FENCE} WHERE id = :id AND opted_out_at IS NULL`, {
      id,
      now,
    });
  },

  claim(db: Database, limit: number, leaseMs: number): Claim[] {
    const now = db.now();
    return db.all<Claim & { crashes: number }>(
      `UPDATE conversations
       SET token = token + 1, crashes = crashes + 1, lease_until = :until, due_at = :until
       WHERE id IN (SELECT id FROM conversations WHERE due_at IS NOT NULL AND due_at <= :now
                    ORDER BY due_at LIMIT :limit)
       RETURNING id AS conversationId, token, crashes - 1 AS crashes`,
      { now, until: now + leaseMs, limit },
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

  release(db: Database, claim: Claim, { wakes, dueInMs, crashes }: Release): void {
    const now = db.now();
    db.run(
      `UPDATE conversations SET lease_until = NULL, crashes = :crashes,
         due_at = CASE WHEN wakes <> COALESCE(:wakes, wakes) THEN :now ELSE :due END
       WHERE id = :id AND token = :token`,
      {
        id: claim.conversationId,
        token: claim.token,
        crashes,
        wakes: wakes ?? null,
        now,
        due: dueInMs === undefined ? null : now + dueInMs,
      },
    );
  },

  forward(db: Database, claim: Claim): void {
    const into = sessions.resolve(db, claim.conversationId);
    if (!into) return;
    move(db, claim.conversationId, into);
    db.run(
      `UPDATE conversations SET lease_until = NULL, due_at = NULL, crashes = 0
       WHERE id = :conversationId AND token = :token`,
      { conversationId: claim.conversationId, token: claim.token },
    );
  },

  wakeHeld(db: Database): void {
    const held = db.all<{ id: string }>(
      'SELECT DISTINCT conversation_id AS id FROM outbox WHERE held = 1',
    );
    db.run('UPDATE outbox SET held = NULL, retry_at = :now WHERE held = 1', { now: db.now() });
    for (const { id } of held) wakeNow(db, id);
  },

  /** One process owns the file: a lease that is there at the start belongs to nobody. */
  recover(db: Database): void {
    db.run(
      `UPDATE conversations SET lease_until = NULL, due_at = :now
       WHERE due_at IS NOT NULL AND lease_until IS NOT NULL`,
      { now: db.now() },
    );
  },
};

/** Mailboxes in SQLite: accepting is one write. */
export class SqliteMailboxStore extends MailboxStore {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteMailboxStore> {
    const bound = await sqlite.steps<typeof steps>(import.meta.url);
    await bound.recover();
    return new SqliteMailboxStore(bound);
  }

  accept(message: Inbound): Promise<Accepted> {
    return this.#steps.accept(message);
  }

  interrupt(conversationId: string): Promise<void> {
    return this.#steps.interrupt(conversationId);
  }

  claim(limit: number, leaseMs: number): Promise<Claim[]> {
    return this.#steps.claim(limit, leaseMs);
  }

  renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return this.#steps.renew(claim, leaseMs);
  }

  release(claim: Claim, release: Release): Promise<void> {
    return this.#steps.release(claim, release);
  }

  forward(claim: Claim): Promise<void> {
    return this.#steps.forward(claim);
  }

  /** Storing and waking are one transaction here. */
  sweep(): Promise<number> {
    return Promise.resolve(0);
  }

  /** There is no other node. */
  watch(): () => void {
    return () => undefined;
  }

  wakeHeld(): Promise<void> {
    return this.#steps.wakeHeld();
  }
}
