/**
 * Who has signed in at the console, and the one-time codes of links. `id` is a keyed hash: neither
 * the cookie nor the code can be told from it.
 */
export const consoleSignIn = /* sql */ `
CREATE TABLE console_codes (
  id TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX console_codes_expire ON console_codes (expires_at);
CREATE TABLE console_sessions (
  id TEXT PRIMARY KEY,
  -- link, token
  signed_in_by TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX console_sessions_expire ON console_sessions (expires_at)`;
