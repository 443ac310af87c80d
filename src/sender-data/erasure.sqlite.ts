import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Sqlite } from '../storage/sqlite/sqlite.js';
import { noteErased } from '../mailbox/intake/erased.sqlite.js';
import { personHash } from '../sessions/consent/keyed-hash.sqlite.js';
import { formsOf } from '../sessions/phones/forms.js';
import { addressesIn, keysIn } from '../sessions/session-row.sqlite.js';
import { steps as sessions } from '../sessions/session.sqlite.js';
import { ErasureStore } from './erasure.store.js';

/** One step deletes at most so many rows: the writer is free again soon. */
const AT_ONCE = 200;

export const steps = {
  begin(db: Database, conversationId: string): string[] {
    const into = sessions.resolve(db, conversationId);
    if (!into) return begunWith(db, conversationId);
    db.run(
      `INSERT INTO erasures (conversation_id, merged_into)
       SELECT id, :into FROM conversations WHERE id = :into OR merged_into = :into`,
      { into },
    );
    const ids = begunWith(db, into);
    for (const id of ids) deleteConversation(db, id);
    return ids;
  },

  begun(db: Database): string[] {
    return db.all<{ id: string }>('SELECT conversation_id AS id FROM erasures').map(({ id }) => id);
  },

  eraseSome(db: Database, id: string, most: number): boolean {
    if (someMessages(db, id, most) === most || someParts(db, id, most) === most) return true;
    // A part always has its turn: a callback may still come for it.
    return someTurns(db, id, most) === most;
  },

  end(db: Database, id: string): void {
    db.run('DELETE FROM erasures WHERE conversation_id = :id', { id });
  },
};

/** Deletes a conversation with its mailbox, and what hangs on its addresses; not its messages. */
export function deleteConversation(db: Database, id: string): void {
  keepConsent(db, id);
  for (const sentTo of addressesIn(db, id).flatMap(formsOf))
    db.run('DELETE FROM test_sends WHERE sent_to = :sentTo', { sentTo });
  db.run('DELETE FROM whatsapp_sessions WHERE conversation_id = :id', { id });
  db.run('DELETE FROM summaries WHERE conversation_id = :id', { id });
  db.run('DELETE FROM announcements WHERE conversation_id = :id', { id });
  db.run('DELETE FROM conversations WHERE id = :id', { id });
}

/**
 * Takes out of the record of consent who it was and what they wrote. An opt-out outlives the erasure, by
 * keyed hashes of their addresses.
 */
function keepConsent(db: Database, id: string): void {
  const hashes = keysIn(db, id).map((address) => personHash(db, address));
  db.run(
    `UPDATE consent_records SET conversation_id = NULL, address = NULL, words = NULL,
       message_id = NULL, reason = NULL, person = :person, erased_at = :now
     WHERE conversation_id = :id AND erased_at IS NULL`,
    { id, person: hashes[0] ?? null, now: db.now() },
  );
  for (const hash of hashes)
    db.run(
      `INSERT INTO opted_out_people (hash, since) SELECT :hash, opted_out_at FROM conversations
       WHERE id = :id AND opted_out_at IS NOT NULL ON CONFLICT DO NOTHING`,
      { id, hash },
    );
}

/** Returns the conversations that are erased together with this one. */
function begunWith(db: Database, id: string): string[] {
  const ids = db.all<{ id: string }>(
    `SELECT conversation_id AS id FROM erasures
     WHERE merged_into = (SELECT merged_into FROM erasures WHERE conversation_id = :id)`,
    { id },
  );
  return ids.map((row) => row.id);
}

/** Deletes some messages. The sender's own are remembered, so that none is accepted again. */
function someMessages(db: Database, id: string, most: number): number {
  const rows = db.all<{ seq: number; messageId: string; taken: number }>(
    `SELECT seq, id AS messageId, role = 'user' AND source = 'whatsapp' AS taken FROM messages
     WHERE conversation_id = :id LIMIT :most`,
    { id, most },
  );
  for (const { seq, messageId, taken } of rows) {
    if (taken) noteErased(db, messageId);
    db.run('DELETE FROM messages WHERE seq = :seq', { seq });
  }
  return rows.length;
}

/** Deletes some parts, and with them what was heard of them. */
function someParts(db: Database, id: string, most: number): number {
  return db.run(
    `DELETE FROM outbox WHERE id IN
       (SELECT id FROM outbox WHERE conversation_id = :id LIMIT :most)`,
    { id, most },
  );
}

function someTurns(db: Database, id: string, most: number): number {
  return db.run(
    `DELETE FROM turns WHERE seq IN
       (SELECT seq FROM turns WHERE conversation_id = :id LIMIT :most)`,
    { id, most },
  );
}

/** Erasure in SQLite: after its steps, the store takes what was deleted out of the file, too. */
class SqliteErasureStore extends ErasureStore {
  private readonly sqlite: Sqlite;
  private readonly bound: Bound;

  // Assigns the fields itself: in the tests the writer's thread loads this file through Node's type
  // stripping, which doesn't know parameter properties.
  constructor(sqlite: Sqlite, bound: Bound) {
    super();
    this.sqlite = sqlite;
    this.bound = bound;
  }

  begin(conversationId: string): Promise<string[]> {
    return this.bound.begin(conversationId);
  }

  begun(): Promise<string[]> {
    return this.bound.begun();
  }

  async eraseSome(conversationId: string, most = AT_ONCE): Promise<boolean> {
    const more = await this.bound.eraseSome(conversationId, most);
    if (more) return true;
    // The data is deleted even if the disk has no place for the file's new form.
    await this.sqlite.scrub().catch(() => undefined);
    await this.bound.end(conversationId);
    return false;
  }
}

interface Bound extends Pick<ErasureStore, 'begin' | 'begun'> {
  eraseSome(conversationId: string, most: number): Promise<boolean>;
  end(conversationId: string): Promise<void>;
}

/** Binds the steps to the port. */
export async function open(sqlite: Sqlite): Promise<ErasureStore> {
  return new SqliteErasureStore(sqlite, await portOf<Bound>(steps, import.meta.url)(sqlite));
}
