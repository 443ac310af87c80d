import type { ConsoleSession } from '../../http/admin/console-sessions.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { SignInStore } from './sign-in.store.js';

const TABLES = ['console_codes', 'console_sessions'];

/** Sign-ins in SQLite. */
export const steps = {
  keepCode(db: Database, id: string, expiresAt: number, mark: string): void {
    removeOld(db);
    db.run('INSERT INTO console_codes (id, expires_at, mark) VALUES (:id, :expiresAt, :mark)', {
      id,
      expiresAt,
      mark,
    });
  },

  takeCode(db: Database, id: string, now: number): string | undefined {
    const there = 'DELETE FROM console_codes WHERE id = :id AND expires_at > :now RETURNING mark';
    return db.get<{ mark: string }>(there, { id, now })?.mark;
  },

  keepSession(db: Database, { id, signedInBy, expiresAt, mark }: ConsoleSession): void {
    removeOld(db);
    db.run(
      `INSERT INTO console_sessions (id, signed_in_by, expires_at, mark)
       VALUES (:id, :signedInBy, :expiresAt, :mark)`,
      { id, signedInBy, expiresAt, mark },
    );
  },

  session(db: Database, id: string, now: number): ConsoleSession | undefined {
    return db.get<ConsoleSession>(
      `SELECT id, signed_in_by AS signedInBy, expires_at AS expiresAt, mark FROM console_sessions
       WHERE id = :id AND expires_at > :now`,
      { id, now },
    );
  },

  endSession(db: Database, id: string): void {
    db.run('DELETE FROM console_sessions WHERE id = :id', { id });
  },
};

export const open = portOf<SignInStore>(steps, import.meta.url);

/** Sign-ins are rare: whoever comes takes away what is over. */
function removeOld(db: Database): void {
  for (const table of TABLES)
    db.run(`DELETE FROM ${table} WHERE expires_at <= :now`, { now: db.now() });
}

/** A clock that is set back makes none of them last longer: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  for (const table of TABLES) db.run(`UPDATE ${table} SET expires_at = expires_at - :ms`, { ms });
}
