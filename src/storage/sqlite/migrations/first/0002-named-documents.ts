/**
 * Gives documents a name, which is their identity from now on. Until now an id was made of the title,
 * the text and the format; that is what a revision is, so the id becomes the first revision.
 *
 * A document's name is its title. Where several have the same title, the oldest one has it as it is;
 * the others get a number behind it or, where that is another document's title, their id.
 *
 * The text is the last column, so that lists needn't step over it to reach the others.
 */
export const namedDocuments = /* sql */ `
CREATE TABLE named_documents (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  revision TEXT NOT NULL,
  -- The address of the web page that it was read from.
  source TEXT,
  -- JSON: texts by their names.
  metadata TEXT NOT NULL,
  characters INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  text TEXT NOT NULL
);

INSERT INTO named_documents
SELECT seq, id,
  CASE
    WHEN nth = 1 THEN title
    WHEN title || ' (' || nth || ')' IN (SELECT title FROM documents) THEN title || ' (' || id || ')'
    ELSE title || ' (' || nth || ')'
  END,
  title, format, id, NULL, '{}', length(text), created_at, created_at, text
FROM (SELECT *, row_number() OVER (PARTITION BY title ORDER BY seq) AS nth FROM documents);

DROP TABLE documents;
ALTER TABLE named_documents RENAME TO documents`;
