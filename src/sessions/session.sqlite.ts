import { randomUUIDv7 } from 'node:crypto';
import type { Database } from '../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../storage/sqlite/sqlite.js';
import { FENCE } from './fence.sqlite.js';
import { linkOf } from './linking.js';
import { addressesOf, type Resolved, type Sender, type Session } from './session.js';
import { SessionRepository } from './session.repository.js';

const COLUMNS = `wa_id AS waId, conversation_id AS conversationId, profile_name AS profileName,
  created_at AS createdAt, updated_at AS updatedAt`;

export const steps = {
  find(db: Database, waId: string): Session | undefined {
    return db.get<Session>(`SELECT ${COLUMNS} FROM whatsapp_sessions WHERE wa_id = :waId`, {
      waId,
    });
  },

  getOrCreate(db: Database, sender: Sender): Resolved {
    const resolved = follow(db, sender);
    for (const address of addressesOf(sender)) steps.touch(db, address, sender.profileName);
    return resolved;
  },

  touch(db: Database, waId: string, profileName?: string): void {
    db.run(
      `UPDATE whatsapp_sessions SET updated_at = MAX(updated_at, :now),
         profile_name = COALESCE(:profileName, profile_name) WHERE wa_id = :waId`,
      { waId, now: db.now(), profileName: profileName ?? null },
    );
  },

  resolve(db: Database, id: string): string | undefined {
    return db.get<{ id: string }>(
      'SELECT COALESCE(merged_into, id) AS id FROM conversations WHERE id = :id',
      { id },
    )?.id;
  },

  addresses(db: Database, conversationId: string): string[] {
    const rows = db.all<{ waId: string }>(
      `SELECT wa_id AS waId FROM whatsapp_sessions WHERE conversation_id = :conversationId
       ORDER BY wa_id LIKE '+%' DESC, updated_at DESC, wa_id`,
      { conversationId },
    );
    return rows.map((row) => row.waId);
  },
};

function follow(db: Database, sender: Sender): Resolved {
  const phone = sender.phone ? steps.find(db, sender.phone) : undefined;
  const user = sender.userId ? steps.find(db, sender.userId) : undefined;
  const userOfPhone = phone && sender.userId ? userIdOf(db, phone.conversationId) : undefined;
  const phoneIsOlder = phone && user && isOlder(db, phone.conversationId, user.conversationId);
  const link = linkOf(sender, { phone, user, userOfPhone, phoneIsOlder });
  switch (link.kind) {
    case 'known':
      return { conversationId: link.conversationId };
    case 'create':
      return create(db, addressesOf(sender));
    case 'alias':
      point(db, link.address, link.conversationId);
      return { conversationId: link.conversationId };
    case 'merge':
      merge(db, link.younger, link.older);
      return { conversationId: link.older, merged: link.younger };
    case 'move':
      if (!link.to) return create(db, addressesOf(sender));
      point(db, sender.phone!, link.to);
      return { conversationId: link.to };
  }
}

function isOlder(db: Database, one: string, other: string): boolean {
  const since = 'SELECT created_at FROM conversations WHERE id =';
  return !!db.get(`SELECT 1 WHERE (${since} :one) <= (${since} :other)`, { one, other });
}

function userIdOf(db: Database, conversationId: string): string | undefined {
  return steps.addresses(db, conversationId).find((address) => !address.startsWith('+'));
}

function create(db: Database, addresses: string[]): Resolved {
  const conversationId = randomUUIDv7();
  db.run('INSERT INTO conversations (id, created_at) VALUES (:conversationId, :now)', {
    conversationId,
    now: db.now(),
  });
  for (const address of addresses) point(db, address, conversationId);
  return { conversationId };
}

function point(db: Database, waId: string, conversationId: string): void {
  db.run(
    `INSERT INTO whatsapp_sessions (wa_id, conversation_id, created_at, updated_at)
     VALUES (:waId, :conversationId, :now, :now)
     ON CONFLICT (wa_id) DO UPDATE
       SET conversation_id = :conversationId, created_at = :now, updated_at = :now`,
    { waId, conversationId, now: db.now() },
  );
}

/** The younger's mailbox is due at once: what is in it is forwarded, and its worker is fenced. */
function merge(db: Database, younger: string, older: string): void {
  db.run('UPDATE whatsapp_sessions SET conversation_id = :older WHERE conversation_id = :younger', {
    older,
    younger,
  });
  const now = db.now();
  db.run(
    `UPDATE conversations SET merged_into = :older, ${FENCE}
     WHERE id = :younger OR merged_into = :younger`,
    { older, younger, now },
  );
  // Whoever took one of them over, or opted out of it, means the person. What is being made in the
  // older knows nothing of that.
  db.run(
    `UPDATE conversations SET ${FENCE},
       taken_at = COALESCE(conversations.taken_at, other.taken_at),
       opted_out_at = COALESCE(conversations.opted_out_at, other.opted_out_at)
     FROM (SELECT taken_at, opted_out_at FROM conversations WHERE id = :younger) AS other
     WHERE id = :older AND COALESCE(other.taken_at, other.opted_out_at) IS NOT NULL`,
    { older, younger, now },
  );
}

/** Sessions in SQLite. */
export class SqliteSessionRepository extends SessionRepository {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteSessionRepository> {
    return new SqliteSessionRepository(await sqlite.steps<typeof steps>(import.meta.url));
  }

  getOrCreate(sender: Sender): Promise<Resolved> {
    return this.#steps.getOrCreate(sender);
  }

  async find(waId: string): Promise<Session | null> {
    return (await this.#steps.find(waId)) ?? null;
  }

  touch(waId: string): Promise<void> {
    return this.#steps.touch(waId);
  }

  async resolve(conversationId: string): Promise<string | null> {
    return (await this.#steps.resolve(conversationId)) ?? null;
  }

  addresses(conversationId: string): Promise<string[]> {
    return this.#steps.addresses(conversationId);
  }
}
