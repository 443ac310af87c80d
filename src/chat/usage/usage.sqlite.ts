import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import type { DayTokens, UsageRepository } from './usage.repository.js';

/** Counts of tokens in SQLite: of a conversation in its row, of all by the day. */
export const steps = {
  usedOn(db: Database, day: string, conversationId: string): DayTokens {
    const sender = db.get<{ tokens: number }>(
      `SELECT used_tokens AS tokens FROM conversations
       WHERE used_on = :day AND id =
         (SELECT COALESCE(merged_into, id) FROM conversations WHERE id = :conversationId)`,
      { day, conversationId },
    );
    const all = db.get<{ tokens: number }>('SELECT tokens FROM daily_tokens WHERE day = :day', {
      day,
    });
    return { sender: sender?.tokens ?? 0, all: all?.tokens ?? 0 };
  },

  add(db: Database, day: string, conversationId: string, tokens: number): DayTokens {
    const id = sessions.resolve(db, conversationId);
    if (id) addTokens(db, id, day, tokens);
    db.run('DELETE FROM daily_tokens WHERE day < :day', { day });
    db.run(
      `INSERT INTO daily_tokens (day, tokens) VALUES (:day, :tokens)
       ON CONFLICT (day) DO UPDATE SET tokens = tokens + excluded.tokens`,
      { day, tokens },
    );
    return steps.usedOn(db, day, conversationId);
  },
};

export const open = portOf<UsageRepository>(steps, import.meta.url);

/** Adds to a conversation's count, which begins anew with each day. */
export function addTokens(db: Database, id: string, day: string, tokens: number): void {
  db.run(
    `UPDATE conversations SET used_on = :day,
       used_tokens = :tokens + CASE WHEN used_on = :day THEN used_tokens ELSE 0 END
     WHERE id = :id AND (used_on IS NULL OR used_on <= :day)`,
    { id, day, tokens },
  );
}

/** Moves a merged conversation's count into the other one's. */
export function moveTokens(db: Database, from: string, into: string): void {
  const row = db.get<{ day: string; tokens: number }>(
    `SELECT used_on AS day, used_tokens AS tokens FROM conversations
     WHERE id = :from AND used_on IS NOT NULL`,
    { from },
  );
  if (!row) return;
  addTokens(db, into, row.day, row.tokens);
  db.run('UPDATE conversations SET used_on = NULL, used_tokens = NULL WHERE id = :from', { from });
}
