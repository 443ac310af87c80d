import type { Database } from './database.js';

interface Index {
  waits: string;
  put: string;
  done: string;
}

/** An index of words: its columns, and where its rows are read, by which number. */
function indexOf(name: string, columns: string, from: string, row: string): Index {
  return {
    waits: `SELECT 1 FROM found_${name}_due LIMIT 1`,
    put: `INSERT INTO found_${name} (rowid, ${columns}) SELECT ${row}, ${columns} FROM ${from}
      WHERE ${row} IN (SELECT row FROM found_${name}_due)`,
    done: `DELETE FROM found_${name}_due`,
  };
}

const INDEXES = [
  indexOf('messages', 'text', 'messages', 'seq'),
  indexOf('senders', 'name, wa_id, ends', 'senders_as_found', 'number'),
];

/** All statements of `putIntoIndexes`, for who has the file for himself. */
export const PUT_INTO_INDEXES = INDEXES.map(({ put, done }) => `${put}; ${done};`).join('\n');

/**
 * Puts into the search's indexes what a transaction has stored, as the last thing before it is committed:
 * a commit leaves nothing that isn't found. Rows that something else than the writer stored follow with
 * the next commit.
 */
export function putIntoIndexes(db: Database): void {
  for (const { waits, put, done } of INDEXES) {
    if (!db.get(waits)) continue;
    db.run(put);
    db.run(done);
  }
}
