import type { Database } from '../database.js';

interface Index {
  waits: string;
  put: string;
  done: string;
}

/** The address before the line, in which no control character stands: see `LineAddress`. */
const ADDRESS = `substr(wa_id, 1,
  CASE instr(wa_id, char(31)) WHEN 0 THEN length(wa_id) ELSE instr(wa_id, char(31)) - 1 END)`;

/** An index of words of a table: by which number, its columns, and what is read for them. */
function indexOf(name: string, row: string, columns: string, read = columns): Index {
  return {
    waits: `SELECT 1 FROM found_${name}_due LIMIT 1`,
    put: `INSERT INTO found_${name} (rowid, ${columns}) SELECT ${row}, ${read} FROM ${name}
      WHERE ${row} IN (SELECT row FROM found_${name}_due)`,
    done: `DELETE FROM found_${name}_due`,
  };
}

const INDEXES = [
  indexOf('messages', 'seq', 'text'),
  indexOf('senders', 'number', 'name, wa_id, ends', `name, ${ADDRESS}, ends`),
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
