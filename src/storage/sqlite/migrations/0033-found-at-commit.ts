/** The address before the line, as in the migration of the lines. */
const addressIn = (row: string) => `substr(${row}.wa_id, 1,
  CASE instr(${row}.wa_id, char(31)) WHEN 0 THEN length(${row}.wa_id)
    ELSE instr(${row}.wa_id, char(31)) - 1 END)`;

/** Takes a row's words out of an index, unless they wait to be put in. */
const forgotten = (index: string, columns: string, values: string, row: string) => `
  INSERT INTO found_${index} (found_${index}, rowid, ${columns}) SELECT 'delete', ${row}, ${values}
    WHERE NOT EXISTS (SELECT 1 FROM found_${index}_due WHERE row = ${row});
  DELETE FROM found_${index}_due WHERE row = ${row};`;

const message = (row: string) => forgotten('messages', 'text', `${row}.text`, `${row}.seq`);
const sender = (row: string) =>
  forgotten(
    'senders',
    'name, wa_id, ends',
    `${row}.name, ${addressIn(row)}, ${row}.ends`,
    `${row}.number`,
  );

/**
 * Words are put into the search's indexes as the last thing in a transaction, for all rows together: see
 * `putIntoIndexes`. FTS5 writes a segment to the file at each statement that may have to be undone, so
 * that a message of somebody new, and each answer, cost more there than all else that was stored of it.
 */
export const foundAtCommit = /* sql */ `
CREATE TABLE found_messages_due (row INTEGER PRIMARY KEY);
CREATE TABLE found_senders_due (row INTEGER PRIMARY KEY);

DROP TRIGGER found_messages_inserted;
CREATE TRIGGER found_messages_inserted AFTER INSERT ON messages WHEN NEW.waiting IS NULL
  BEGIN INSERT INTO found_messages_due VALUES (NEW.seq); END;
DROP TRIGGER found_messages_covered;
CREATE TRIGGER found_messages_covered AFTER UPDATE OF waiting, text ON messages
  WHEN NEW.waiting IS NULL AND OLD.waiting = 1
  BEGIN INSERT INTO found_messages_due VALUES (NEW.seq); END;
DROP TRIGGER found_messages_changed;
CREATE TRIGGER found_messages_changed AFTER UPDATE OF waiting, text ON messages
  WHEN OLD.waiting IS NULL AND (NEW.waiting = 1 OR NEW.text IS NOT OLD.text)
  BEGIN ${message('OLD')}
    INSERT INTO found_messages_due SELECT NEW.seq WHERE NEW.waiting IS NULL;
  END;
DROP TRIGGER found_messages_deleted;
CREATE TRIGGER found_messages_deleted AFTER DELETE ON messages WHEN OLD.waiting IS NULL
  BEGIN ${message('OLD')} END;

DROP TRIGGER senders_inserted;
CREATE TRIGGER senders_inserted AFTER INSERT ON senders
  BEGIN INSERT INTO found_senders_due VALUES (NEW.number); END;
DROP TRIGGER senders_deleted;
CREATE TRIGGER senders_deleted AFTER DELETE ON senders BEGIN ${sender('OLD')} END;
DROP TRIGGER senders_renamed;
CREATE TRIGGER senders_renamed AFTER UPDATE OF name ON senders BEGIN ${sender('OLD')}
  INSERT INTO found_senders_due VALUES (NEW.number);
END`;
