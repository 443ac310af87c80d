import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import { costOf, keptFrom, monthOf, NOTHING_USED, plus } from './usage.repository.js';
import type { SenderUse, UsageRepository, Use, Used } from './usage.repository.js';

/** Counts of what is used in SQLite: of a conversation in its row, of all by the day and the month. */
export const steps = {
  usedOn(db: Database, day: string, conversationId?: string): Used {
    const sender = conversationId && senderOn(db, day, conversationId);
    return {
      sender: sender || { tokens: 0, cost: 0 },
      day: sumsOf(db, day),
      month: sumsOf(db, monthOf(day)),
    };
  },

  add(db: Database, day: string, conversationId: string, use: Partial<Use>): Used {
    const id = sessions.resolve(db, conversationId);
    if (id) addToSender(db, id, day, { tokens: use.tokens ?? 0, cost: costOf(use) });
    db.run('DELETE FROM usage_sums WHERE period < :from', { from: keptFrom(day) });
    for (const period of [day, monthOf(day)]) addToSums(db, period, plus(NOTHING_USED, use));
    return steps.usedOn(db, day, conversationId);
  },
};

export const open = portOf<UsageRepository>(steps, import.meta.url);

function senderOn(db: Database, day: string, conversationId: string): SenderUse | undefined {
  return db.get<SenderUse>(
    `SELECT used_tokens AS tokens, COALESCE(used_cost, 0) AS cost FROM conversations
     WHERE used_on = :day AND id =
       (SELECT COALESCE(merged_into, id) FROM conversations WHERE id = :conversationId)`,
    { day, conversationId },
  );
}

function sumsOf(db: Database, period: string): Use {
  const sums = db.get<Use>(
    `SELECT tokens, messages, model_cost AS modelCost, message_cost AS messageCost
     FROM usage_sums WHERE period = :period`,
    { period },
  );
  return sums ?? NOTHING_USED;
}

function addToSums(db: Database, period: string, use: Use): void {
  db.run(
    `INSERT INTO usage_sums (period, tokens, messages, model_cost, message_cost)
     VALUES (:period, :tokens, :messages, :modelCost, :messageCost)
     ON CONFLICT (period) DO UPDATE SET tokens = tokens + excluded.tokens,
       messages = messages + excluded.messages, model_cost = model_cost + excluded.model_cost,
       message_cost = message_cost + excluded.message_cost`,
    { period, ...use },
  );
}

/** Adds to a conversation's count, which begins anew with each day. */
function addToSender(db: Database, id: string, day: string, { tokens, cost }: SenderUse): void {
  db.run(
    `UPDATE conversations SET used_on = :day,
       used_tokens = :tokens + CASE WHEN used_on = :day THEN used_tokens ELSE 0 END,
       used_cost = :cost + CASE WHEN used_on = :day THEN COALESCE(used_cost, 0) ELSE 0 END
     WHERE id = :id AND (used_on IS NULL OR used_on <= :day)`,
    { id, day, tokens, cost },
  );
}

/** Moves what a merged conversation used to the other one. */
export function moveUse(db: Database, from: string, into: string): void {
  const row = db.get<SenderUse & { day: string }>(
    `SELECT used_on AS day, used_tokens AS tokens, COALESCE(used_cost, 0) AS cost FROM conversations
     WHERE id = :from AND used_on IS NOT NULL`,
    { from },
  );
  if (!row) return;
  addToSender(db, into, row.day, row);
  db.run(
    'UPDATE conversations SET used_on = NULL, used_tokens = NULL, used_cost = NULL WHERE id = :from',
    { from },
  );
}
