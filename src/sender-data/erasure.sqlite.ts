import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Sqlite } from '../storage/sqlite/sqlite.js';
import { noteErased } from '../mailbox/intake/erased.sqlite.js';
import { steps as sessions } from '../sessions/session.sqlite.js';
import { ErasureStore } from './erasure.store.js';

export const steps = {
  erase(db: Database, conversationId: string): boolean {
    const into = sessions.resolve(db, conversationId);
    if (!into) return false;
    // Overwrites what is deleted. By default SQLite leaves it readable in the file until something
    // else is written there (https://www.sqlite.org/pragma.html#pragma_secure_delete).
    db.exec('PRAGMA secure_delete = ON');
    const ids = db.all<{ id: string }>(
      'SELECT id FROM conversations WHERE id = :into OR merged_into = :into',
      { into },
    );
    for (const { id } of ids) {
      noteAllErased(db, id);
      deleteRows(db, id);
    }
    return true;
  },
};

/** Remembers the sender's messages as erased, so that none is accepted again. */
function noteAllErased(db: Database, id: string): void {
  const taken = db.all<{ id: string }>(
    `SELECT id FROM messages
     WHERE conversation_id = :id AND role = 'user' AND source = 'whatsapp'`,
    { id },
  );
  for (const message of taken) noteErased(db, message.id);
}

function deleteRows(db: Database, id: string): void {
  const sent = 'SELECT sid FROM outbox WHERE conversation_id = :id AND sid IS NOT NULL';
  db.run(`DELETE FROM status_callbacks WHERE sid IN (${sent})`, { id });
  const theirs = 'SELECT wa_id FROM whatsapp_sessions WHERE conversation_id = :id';
  db.run(`DELETE FROM test_sends WHERE sent_to IN (${theirs})`, { id });
  for (const table of ['outbox', 'turns', 'messages', 'summaries', 'whatsapp_sessions']) {
    db.run(`DELETE FROM ${table} WHERE conversation_id = :id`, { id });
  }
  db.run('DELETE FROM conversations WHERE id = :id', { id });
}

/** Erasure in SQLite: after its step, the store empties the write-ahead log. */
class SqliteErasureStore extends ErasureStore {
  private readonly sqlite: Sqlite;
  private readonly bound: ErasureStore;

  // Assigns the fields itself: in the tests the writer's thread loads this file through Node's type
  // stripping, which doesn't know parameter properties.
  constructor(sqlite: Sqlite, bound: ErasureStore) {
    super();
    this.sqlite = sqlite;
    this.bound = bound;
  }

  async erase(conversationId: string): Promise<boolean> {
    const erased = await this.bound.erase(conversationId);
    // The data is deleted even if the log can't be emptied now. A later checkpoint empties it.
    if (erased) await this.sqlite.emptyLog().catch(() => undefined);
    return erased;
  }
}

/** Binds the step to the port. */
export async function open(sqlite: Sqlite): Promise<ErasureStore> {
  return new SqliteErasureStore(sqlite, await portOf<ErasureStore>(steps, import.meta.url)(sqlite));
}
