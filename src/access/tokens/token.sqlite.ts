import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { MOST_TOKENS, type NamedToken, type TokenStore } from './token.store.js';

/** The named tokens in SQLite. */
export const steps = {
  list(db: Database, now: number): NamedToken[] {
    return db.all<NamedToken>(
      `SELECT id, name, scope, mark, created_at AS createdAt, created_by AS createdBy,
              last_used_at AS lastUsedAt, expires_at AS expiresAt
       FROM admin_tokens WHERE expires_at IS NULL OR expires_at > :now ORDER BY created_at, id`,
      { now },
    );
  },

  add(db: Database, token: NamedToken, now: number): 'added' | 'name_taken' | 'too_many' {
    db.run('DELETE FROM admin_tokens WHERE expires_at <= :now', { now });
    const named = 'SELECT 1 AS found FROM admin_tokens WHERE name = :name';
    if (db.get(named, { name: token.name })) return 'name_taken';
    const { many } = db.get<{ many: number }>('SELECT count(*) AS many FROM admin_tokens')!;
    if (many >= MOST_TOKENS) return 'too_many';
    db.run(
      `INSERT INTO admin_tokens
         (id, name, scope, mark, created_at, created_by, last_used_at, expires_at)
       VALUES (:id, :name, :scope, :mark, :createdAt, :createdBy, :lastUsedAt, :expiresAt)`,
      { ...token },
    );
    return 'added';
  },

  remove(db: Database, id: string): boolean {
    return db.run('DELETE FROM admin_tokens WHERE id = :id', { id }) === 1;
  },

  used(db: Database, id: string, at: number): void {
    db.run('UPDATE admin_tokens SET last_used_at = :at WHERE id = :id', { id, at });
  },
};

export const open = portOf<TokenStore>(steps, import.meta.url);

/** A clock that is set back makes none of them last longer: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run('UPDATE admin_tokens SET expires_at = expires_at - :ms', { ms });
}
