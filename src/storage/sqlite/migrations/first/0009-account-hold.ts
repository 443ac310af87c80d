/**
 * The hold of the account, which is one row while it stands; and parts that are tried at once when
 * the configuration changes.
 */
export const accountHold = /* sql */ `
CREATE TABLE account_hold (
  id INTEGER PRIMARY KEY CHECK (id = 1),
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
ALTER TABLE outbox ADD COLUMN awaits_change INTEGER;
CREATE INDEX outbox_awaits_change ON outbox (conversation_id) WHERE awaits_change = 1`;
