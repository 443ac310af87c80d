/** Creates all tables of the first version: settings, senders, mailboxes, messages and documents. */
export const firstSchema = /* sql */ `
-- One row each: bot_config, secret_check, knowledge_version ... Values are JSON.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- A row for each address of a sender: a phone, a WhatsApp user id. Two may share a conversation.
CREATE TABLE whatsapp_sessions (
  wa_id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  profile_name TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_conversation ON whatsapp_sessions (conversation_id);

-- A conversation and its mailbox. due_at is when a worker should look: derived from the lease,
-- the next attempt and what waits; null when there is nothing to do.
CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  merged_into TEXT,
  token INTEGER NOT NULL DEFAULT 0,
  wakes INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  lease_until INTEGER,
  crashes INTEGER NOT NULL DEFAULT 0,
  window_start INTEGER,
  window_count INTEGER NOT NULL DEFAULT 0,
  window_noticed INTEGER NOT NULL DEFAULT 0,
  -- Since when a person has it, and since when its sender wants nothing more.
  taken_at INTEGER,
  opted_out_at INTEGER
) WITHOUT ROWID;
CREATE INDEX conversations_due ON conversations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX conversations_merged ON conversations (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX conversations_created ON conversations (created_at);

-- id is Twilio's MessageSid for what a sender wrote: it is stored once.
-- waiting is 1 until a turn covers the message.
CREATE TABLE messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  role TEXT NOT NULL,
  source TEXT NOT NULL,
  text TEXT NOT NULL,
  details TEXT,
  turn_id TEXT,
  waiting INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX messages_conversation ON messages (conversation_id, seq);
CREATE INDEX messages_turn ON messages (turn_id) WHERE turn_id IS NOT NULL;
CREATE INDEX messages_waiting ON messages (conversation_id, seq) WHERE waiting = 1;

CREATE TABLE turns (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  outcome TEXT,
  limited INTEGER NOT NULL DEFAULT 0,
  answer TEXT,
  mode TEXT,
  sources TEXT,
  error TEXT,
  -- 1 while an operator should look at it.
  failed INTEGER,
  -- human, opted_out: why what wasn't sent of it never will be.
  cancelled TEXT,
  -- opted_out: it confirms that, and ends so once it is sent.
  ends_as TEXT,
  -- The Idempotency-Key of a person's reply, behind the conversation's id that it was sent to.
  reply_key TEXT UNIQUE,
  created_at INTEGER NOT NULL,
  settled_at INTEGER
);
CREATE INDEX turns_failed ON turns (seq) WHERE failed = 1;
CREATE INDEX turns_conversation ON turns (conversation_id, seq);
-- After the former: without statistics the planner prefers the newest index that fits.
CREATE INDEX turns_open ON turns (conversation_id, seq) WHERE outcome IS NULL;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  turn_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  chances INTEGER NOT NULL DEFAULT 0,
  attempted_at INTEGER,
  retry_at INTEGER,
  -- 1 while it waits for the account to work again.
  held INTEGER,
  sid TEXT,
  status TEXT,
  -- JSON: code, message, action.
  error TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX outbox_turn ON outbox (turn_id, position);
CREATE INDEX outbox_conversation ON outbox (conversation_id);
CREATE UNIQUE INDEX outbox_attempt ON outbox (attempt) WHERE attempt IS NOT NULL;
CREATE INDEX outbox_sid ON outbox (sid) WHERE sid IS NOT NULL;
CREATE INDEX outbox_held ON outbox (conversation_id) WHERE held = 1;

-- Every status callback, also those of messages that no turn sent.
CREATE TABLE status_callbacks (
  sid TEXT NOT NULL,
  status TEXT NOT NULL,
  attempt TEXT,
  error TEXT,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (sid, status)
) WITHOUT ROWID;

-- Keyed hashes of the MessageSids of erased messages: they are never taken in again.
CREATE TABLE erased_messages (
  hash TEXT PRIMARY KEY,
  erased_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  format TEXT NOT NULL,
  created_at INTEGER NOT NULL
)`;
