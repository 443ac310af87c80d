/**
 * Whom news is told to, and what is to be told: `types` is JSON, `secret` is sealed.
 * What an announcement says is read when it is sent: here are ids and no text.
 */
export const announcements = /* sql */ `
CREATE TABLE announcement_targets (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  url TEXT,
  description TEXT NOT NULL,
  types TEXT NOT NULL,
  secret TEXT,
  enabled INTEGER NOT NULL,
  disabled_because TEXT,
  created_at INTEGER NOT NULL
);

CREATE TABLE announcements (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  target_id TEXT NOT NULL REFERENCES announcement_targets (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  conversation_id TEXT,
  about TEXT,
  facts TEXT NOT NULL DEFAULT '{}',
  happened_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  due_at INTEGER NOT NULL DEFAULT 0,
  claim TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  settled_at INTEGER
);
CREATE INDEX announcements_due ON announcements (target_id, due_at) WHERE state = 'waiting';
CREATE INDEX announcements_of_state ON announcements (state, seq);
CREATE INDEX announcements_of_conversation ON announcements (conversation_id)`;
