/** Each end of a number that has three digits or more: whoever searches may know the end only. */
function endsOf(row: string): string {
  const digits = `ltrim(${row}.wa_id, '+.ABCDEFGHIJKLMNOPQRSTUVWXYZ')`;
  const places = JSON.stringify(Array.from({ length: 30 }, (_, n) => n + 1));
  return `(SELECT group_concat(substr(${digits}, value), ' ') FROM json_each('${places}')
    WHERE value + 2 <= length(${digits}))`;
}

/**
 * What the inbox lists conversations by: the latest activity, what nobody has read, the channel. And
 * what it searches: the words of messages (each once it is covered by a turn), of senders' names, and
 * their numbers from each digit on. The triggers keep the indexes in step with the rows, and
 * `secure-delete` takes the words of a deleted row out of the file.
 *
 * What came in before counts as read.
 */
export const inbox = /* sql */ `
ALTER TABLE conversations ADD COLUMN activity_at INTEGER NOT NULL DEFAULT 0;
-- When the sender wrote last by WhatsApp: Meta's window begins then.
ALTER TABLE conversations ADD COLUMN last_inbound_at INTEGER;
-- 1 while there is something of the sender's that no person has read, behind read_seq.
ALTER TABLE conversations ADD COLUMN unread INTEGER;
ALTER TABLE conversations ADD COLUMN read_seq INTEGER;
ALTER TABLE conversations ADD COLUMN channel TEXT NOT NULL DEFAULT 'whatsapp';

UPDATE conversations SET
  activity_at = MAX(created_at, COALESCE((SELECT created_at FROM messages
    WHERE conversation_id = conversations.id ORDER BY seq DESC LIMIT 1), 0)),
  last_inbound_at = (SELECT MAX(created_at) FROM messages
    WHERE conversation_id = conversations.id AND role = 'user' AND source = 'whatsapp'),
  read_seq = (SELECT MAX(seq) FROM messages WHERE conversation_id = conversations.id),
  channel = COALESCE((SELECT source FROM messages
    WHERE conversation_id = conversations.id ORDER BY seq LIMIT 1), 'whatsapp');

CREATE INDEX conversations_active ON conversations (activity_at) WHERE merged_into IS NULL;
CREATE INDEX conversations_active_taken ON conversations (activity_at) WHERE taken_at IS NOT NULL;
CREATE INDEX conversations_active_opted_out ON conversations (activity_at)
  WHERE opted_out_at IS NOT NULL;
CREATE INDEX conversations_active_waiting ON conversations (activity_at)
  WHERE waiting_since IS NOT NULL;
CREATE INDEX conversations_active_unread ON conversations (activity_at) WHERE unread = 1;
CREATE INDEX conversations_active_api ON conversations (activity_at) WHERE channel = 'api';
CREATE INDEX conversations_begun_waiting ON conversations (created_at)
  WHERE waiting_since IS NOT NULL;
CREATE INDEX conversations_begun_api ON conversations (created_at) WHERE channel = 'api';

CREATE VIRTUAL TABLE found_messages USING fts5 (text, content = 'messages', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
INSERT INTO found_messages (found_messages, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER found_messages_inserted AFTER INSERT ON messages WHEN NEW.waiting IS NULL
  BEGIN INSERT INTO found_messages (rowid, text) VALUES (NEW.seq, NEW.text); END;
CREATE TRIGGER found_messages_covered AFTER UPDATE OF waiting, text ON messages
  WHEN NEW.waiting IS NULL AND OLD.waiting = 1
  BEGIN INSERT INTO found_messages (rowid, text) VALUES (NEW.seq, NEW.text); END;
CREATE TRIGGER found_messages_changed AFTER UPDATE OF waiting, text ON messages
  WHEN OLD.waiting IS NULL AND (NEW.waiting = 1 OR NEW.text IS NOT OLD.text)
  BEGIN
    INSERT INTO found_messages (found_messages, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
    INSERT INTO found_messages (rowid, text) SELECT NEW.seq, NEW.text WHERE NEW.waiting IS NULL;
  END;
CREATE TRIGGER found_messages_deleted AFTER DELETE ON messages WHEN OLD.waiting IS NULL
  BEGIN
    INSERT INTO found_messages (found_messages, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
  END;
INSERT INTO found_messages (rowid, text) SELECT seq, text FROM messages WHERE waiting IS NULL;

-- The searched words of an address, under a number, which the index needs.
CREATE TABLE senders (
  number INTEGER PRIMARY KEY,
  wa_id TEXT NOT NULL UNIQUE,
  name TEXT,
  ends TEXT
);
CREATE VIRTUAL TABLE found_senders USING fts5 (name, wa_id, ends, content = 'senders',
  content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
INSERT INTO found_senders (found_senders, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER senders_inserted AFTER INSERT ON senders BEGIN
  INSERT INTO found_senders (rowid, name, wa_id, ends)
    VALUES (NEW.number, NEW.name, NEW.wa_id, NEW.ends);
END;
CREATE TRIGGER senders_deleted AFTER DELETE ON senders BEGIN
  INSERT INTO found_senders (found_senders, rowid, name, wa_id, ends)
    VALUES ('delete', OLD.number, OLD.name, OLD.wa_id, OLD.ends);
END;
CREATE TRIGGER senders_renamed AFTER UPDATE OF name ON senders BEGIN
  INSERT INTO found_senders (found_senders, rowid, name, wa_id, ends)
    VALUES ('delete', OLD.number, OLD.name, OLD.wa_id, OLD.ends);
  INSERT INTO found_senders (rowid, name, wa_id, ends)
    VALUES (NEW.number, NEW.name, NEW.wa_id, NEW.ends);
END;

CREATE TRIGGER sessions_inserted AFTER INSERT ON whatsapp_sessions BEGIN
  INSERT INTO senders (wa_id, name, ends) SELECT NEW.wa_id, NEW.profile_name, ${endsOf('NEW')};
END;
CREATE TRIGGER sessions_renamed AFTER UPDATE OF profile_name ON whatsapp_sessions
  WHEN NEW.profile_name IS NOT OLD.profile_name
  BEGIN UPDATE senders SET name = NEW.profile_name WHERE wa_id = NEW.wa_id; END;
CREATE TRIGGER sessions_deleted AFTER DELETE ON whatsapp_sessions
  BEGIN DELETE FROM senders WHERE wa_id = OLD.wa_id; END;
INSERT INTO senders (wa_id, name, ends)
  SELECT wa_id, profile_name, ${endsOf('whatsapp_sessions')} FROM whatsapp_sessions`;
