/**
 * A line of the business can be held by itself: each hold has a row, that of the account and those of
 * lines, by their names. The one that stands stays in effect, and what waits for it knows its line.
 */
export const holdsOfLines = /* sql */ `
ALTER TABLE account_hold RENAME TO former_hold;
CREATE TABLE account_hold (
  -- account, or the name of the line that is refused.
  id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  code INTEGER,
  message TEXT NOT NULL,
  action TEXT,
  -- answer, callback: by what it is known.
  heard_by TEXT NOT NULL,
  -- When one mailbox tries again; whose it is, and the message that it sent.
  try_at INTEGER NOT NULL,
  refusals INTEGER NOT NULL,
  probe TEXT,
  sid TEXT
);
INSERT INTO account_hold
  SELECT 'account', since, code, message, action, heard_by, try_at, refusals, probe, sid
  FROM former_hold;
DROP TABLE former_hold;

-- The name of the part's line, from when it was held first.
ALTER TABLE outbox ADD COLUMN held_line TEXT;
UPDATE outbox SET held_line = COALESCE(
  (SELECT line FROM conversations WHERE id = outbox.conversation_id), 'default') WHERE held = 1;
CREATE INDEX outbox_held_line ON outbox (held_line, conversation_id) WHERE held = 1`;
