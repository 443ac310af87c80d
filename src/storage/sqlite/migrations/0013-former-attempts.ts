/**
 * Attempts of parts that were sent again, as far as they may have made a message: what is heard of
 * such a message is kept with its part. Of those before this table only the messages' ids are known;
 * they stand for the attempts.
 */
export const formerAttempts = /* sql */ `
CREATE TABLE former_attempts (
  part_id TEXT NOT NULL,
  attempt TEXT NOT NULL,
  sid TEXT,
  PRIMARY KEY (part_id, attempt)
) WITHOUT ROWID;
CREATE INDEX former_attempts_attempt ON former_attempts (attempt);
CREATE INDEX former_attempts_sid ON former_attempts (sid) WHERE sid IS NOT NULL;
CREATE TRIGGER former_attempts_go AFTER DELETE ON outbox
  BEGIN DELETE FROM former_attempts WHERE part_id = OLD.id; END;

INSERT OR IGNORE INTO former_attempts (part_id, attempt, sid)
SELECT outbox.id, value, value FROM outbox, json_each(outbox.former_sids);
DROP INDEX outbox_former;
ALTER TABLE outbox DROP COLUMN former_sids`;
