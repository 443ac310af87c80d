/** The address before the line, in which no control character stands: see `LineAddress`. */
const addressIn = (row: string) => `substr(${row}.wa_id, 1,
  CASE instr(${row}.wa_id, char(31)) WHEN 0 THEN length(${row}.wa_id)
    ELSE instr(${row}.wa_id, char(31)) - 1 END)`;

/** Each end of a number that has three digits or more, as in the migration of the inbox. */
function endsOf(row: string): string {
  const digits = `ltrim(${addressIn(row)}, '+.ABCDEFGHIJKLMNOPQRSTUVWXYZ')`;
  const places = JSON.stringify(Array.from({ length: 30 }, (_, n) => n + 1));
  return `(SELECT group_concat(substr(${digits}, value), ' ') FROM json_each('${places}')
    WHERE value + 2 <= length(${digits}))`;
}

/**
 * The line of the business that a conversation is held on; null: the default one. Which document and
 * which curated answer is for one line alone; null: for all. A document's name is its identity on its
 * line. What is there stays as it is. Senders are found by their address, not by the line behind it.
 */
export const lines = /* sql */ `
ALTER TABLE conversations ADD COLUMN line TEXT;
CREATE INDEX conversations_begun_line ON conversations (line, created_at) WHERE line IS NOT NULL;
CREATE INDEX conversations_active_line ON conversations (line, activity_at) WHERE line IS NOT NULL;

DROP TRIGGER sessions_inserted;
CREATE TRIGGER sessions_inserted AFTER INSERT ON whatsapp_sessions BEGIN
  INSERT INTO senders (wa_id, name, ends) SELECT NEW.wa_id, NEW.profile_name, ${endsOf('NEW')};
END;
DROP TRIGGER senders_inserted;
CREATE TRIGGER senders_inserted AFTER INSERT ON senders BEGIN
  INSERT INTO found_senders (rowid, name, wa_id, ends)
    VALUES (NEW.number, NEW.name, ${addressIn('NEW')}, NEW.ends);
END;
DROP TRIGGER senders_deleted;
CREATE TRIGGER senders_deleted AFTER DELETE ON senders BEGIN
  INSERT INTO found_senders (found_senders, rowid, name, wa_id, ends)
    VALUES ('delete', OLD.number, OLD.name, ${addressIn('OLD')}, OLD.ends);
END;
DROP TRIGGER senders_renamed;
CREATE TRIGGER senders_renamed AFTER UPDATE OF name ON senders BEGIN
  INSERT INTO found_senders (found_senders, rowid, name, wa_id, ends)
    VALUES ('delete', OLD.number, OLD.name, ${addressIn('OLD')}, OLD.ends);
  INSERT INTO found_senders (rowid, name, wa_id, ends)
    VALUES (NEW.number, NEW.name, ${addressIn('NEW')}, NEW.ends);
END`;
