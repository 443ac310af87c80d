/**
 * Creates what is kept of an answer for who looks at it: what it was made from, what a person thinks
 * of it, and the cases for the evaluation that were made of it. All of it hangs on the answer's
 * message, and is erased with that. A curated answer stays, and forgets which message it corrected.
 */
export const traces = /* sql */ `
CREATE TABLE traces (
  answer_id TEXT PRIMARY KEY,
  trace TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX traces_age ON traces (created_at);

CREATE TABLE feedback (
  answer_id TEXT PRIMARY KEY,
  verdict TEXT,
  note TEXT,
  correction_id TEXT,
  given_at INTEGER NOT NULL
);
CREATE INDEX feedback_given ON feedback (given_at, answer_id) WHERE verdict IS NOT NULL;
CREATE INDEX feedback_verdict ON feedback (verdict, given_at, answer_id) WHERE verdict IS NOT NULL;

CREATE TABLE evaluation_cases (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  answer_id TEXT NOT NULL,
  turn TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX evaluation_cases_answer ON evaluation_cases (answer_id);

CREATE INDEX curated_answers_message ON curated_answers (message_id) WHERE message_id IS NOT NULL;

CREATE TRIGGER traces_go AFTER DELETE ON messages
  BEGIN
    DELETE FROM traces WHERE answer_id = OLD.id;
    DELETE FROM feedback WHERE answer_id = OLD.id;
    DELETE FROM evaluation_cases WHERE answer_id = OLD.id;
    UPDATE curated_answers SET message_id = NULL WHERE message_id = OLD.id;
  END`;
