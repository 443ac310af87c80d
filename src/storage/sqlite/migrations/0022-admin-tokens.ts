/**
 * Named tokens of the admin API. `mark` is a keyed hash. What signed in at the console says by which
 * token: who had signed in before signs in again.
 */
export const adminTokens = /* sql */ `
CREATE TABLE admin_tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  mark TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  last_used_at INTEGER,
  expires_at INTEGER
) STRICT;
DELETE FROM console_codes;
DELETE FROM console_sessions;
ALTER TABLE console_codes ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE console_sessions ADD COLUMN mark TEXT NOT NULL DEFAULT ''`;
