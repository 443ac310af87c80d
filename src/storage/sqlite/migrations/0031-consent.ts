/**
 * Whom nothing reaches; and the record of who opted out and in, and by which words. Rows are only added
 * to it. An erasure takes from a row who it was and what they wrote, once, and nothing else. Who was
 * erased and had opted out is known by a keyed hash of each address (decision 38).
 */
export const consent = /* sql */ `
ALTER TABLE conversations ADD COLUMN unreachable_at INTEGER;
ALTER TABLE conversations ADD COLUMN unreachable_why TEXT;
ALTER TABLE conversations ADD COLUMN unreachable_code INTEGER;
CREATE INDEX conversations_begun_unreachable ON conversations (created_at)
  WHERE unreachable_at IS NOT NULL;
CREATE INDEX conversations_active_unreachable ON conversations (activity_at)
  WHERE unreachable_at IS NOT NULL;

CREATE TABLE consent_records (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  address TEXT,
  words TEXT,
  message_id TEXT,
  opt_out_type TEXT,
  code INTEGER,
  call TEXT,
  reason TEXT,
  person TEXT,
  erased_at INTEGER
);
CREATE INDEX consent_records_conversation ON consent_records (conversation_id, seq);
CREATE TRIGGER consent_records_kept BEFORE DELETE ON consent_records
  BEGIN SELECT RAISE(ABORT, 'a record of consent is kept'); END;
CREATE TRIGGER consent_records_unchanged BEFORE UPDATE ON consent_records
  WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.at IS NOT OLD.at
    OR NEW.kind IS NOT OLD.kind OR NEW.by IS NOT OLD.by OR NEW.code IS NOT OLD.code
    OR NEW.opt_out_type IS NOT OLD.opt_out_type OR NEW.call IS NOT OLD.call
  BEGIN SELECT RAISE(ABORT, 'a record of consent is not changed'); END;

CREATE TABLE opted_out_people (
  hash TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) WITHOUT ROWID`;
