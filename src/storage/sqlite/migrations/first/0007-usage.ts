/**
 * What models used: for a turn's answer, as JSON; on the latest day of each conversation; and on a day
 * (`2026-11-28`) in all.
 */
export const usage = /* sql */ `
ALTER TABLE turns ADD COLUMN usage TEXT;
ALTER TABLE conversations ADD COLUMN used_on TEXT;
ALTER TABLE conversations ADD COLUMN used_tokens INTEGER;
CREATE TABLE daily_tokens (
  day TEXT PRIMARY KEY,
  tokens INTEGER NOT NULL
) WITHOUT ROWID`;
