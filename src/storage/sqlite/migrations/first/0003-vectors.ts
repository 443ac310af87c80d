/** Adds the vectors of passages: see `VectorStore`. */
export const vectors = /* sql */ `
CREATE TABLE vectors (
  model TEXT NOT NULL,
  key TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE UNIQUE INDEX vectors_key ON vectors (model, key)`;
