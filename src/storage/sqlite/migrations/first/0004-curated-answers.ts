/** Questions that the operator answers in words of their own. `questions` is a JSON list. */
export const curatedAnswers = /* sql */ `
CREATE TABLE curated_answers (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  questions TEXT NOT NULL,
  answer TEXT NOT NULL,
  message_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
)`;
