/**
 * What is used by the day (`2026-11-28`) and by the month (`2026-11`): tokens, messages, and what both
 * cost, in billionths. Of a conversation, also what its latest day cost. With a sender's window: on
 * which day it stands, how many of their turns were answered on it, and whether they were told of its
 * limit.
 */
export const usageSums = /* sql */ `
CREATE TABLE usage_sums (
  period TEXT PRIMARY KEY,
  tokens INTEGER NOT NULL DEFAULT 0,
  messages INTEGER NOT NULL DEFAULT 0,
  model_cost INTEGER NOT NULL DEFAULT 0,
  message_cost INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
INSERT INTO usage_sums (period, tokens) SELECT day, tokens FROM daily_tokens;
INSERT INTO usage_sums (period, tokens)
  SELECT substr(day, 1, 7), SUM(tokens) FROM daily_tokens GROUP BY 1;
DROP TABLE daily_tokens;
ALTER TABLE conversations ADD COLUMN used_cost INTEGER;
ALTER TABLE conversations ADD COLUMN window_day TEXT;
ALTER TABLE conversations ADD COLUMN window_answers INTEGER;
ALTER TABLE conversations ADD COLUMN window_told INTEGER`;
