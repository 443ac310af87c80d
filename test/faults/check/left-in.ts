import type { Text } from '../writers.js';
import type { StoredRow, Tables } from './rows.js';

/** Whose a row is, by the column that says so: without its owner, it was left behind. */
const OWNERS = { conversation_id: 'conversations', turn_id: 'turns', part_id: 'outbox' };

/** It says which conversation somebody erased, by its id, and nothing else of it. */
const SAYS_WHO_ERASED = 'audit_log';

/**
 * What a store still holds of those who were erased: rows that hold the id of their conversation, what
 * they wrote or, unless they wrote again, their address; and rows whose owner isn't there any more.
 */
export function leftIn(
  tables: Tables,
  conversations: readonly string[],
  texts: readonly Text[],
): string[] {
  const theirs = marksOf(texts).map(whole);
  const marks = [...conversations.map(whole), ...theirs];
  const owners = Object.entries(OWNERS).map(
    ([column, table]) => [column, idsIn(tables[table])] as const,
  );
  const ownerless = (row: StoredRow) => {
    const lost = owners.find(([column, ids]) => row[column] && !ids.has(row[column]));
    return lost && `of no ${lost[0]}, ${String(row[lost[0]])}`;
  };
  return Object.entries(tables).flatMap(([table, rows]) => {
    const sought = table === SAYS_WHO_ERASED ? theirs : marks;
    const why = rows.map((row) => ownerless(row) ?? markIn(row, sought)).filter(Boolean);
    return why.map((reason) => `a row of ${table}: ${reason}`);
  });
}

/** What only those who were erased wrote, or are. */
function marksOf(texts: readonly Text[]): string[] {
  const there = new Set(texts.filter(({ gone }) => !gone).map(({ from }) => from));
  const erased = texts.filter(({ gone }) => gone === 'erased');
  return erased.flatMap(({ sid, from, tokens }) => {
    const address = there.has(from) ? [] : [from.replace('whatsapp:', '')];
    return [sid, ...tokens, ...address];
  });
}

/** As a whole: text 1 of 20 isn't text 1 of 200. */
function whole(mark: string): RegExp {
  return new RegExp(`${mark.replaceAll('+', '\\+')}(?!\\d)`);
}

function markIn(row: StoredRow, marks: RegExp[]): string | undefined {
  const said = JSON.stringify(row);
  return marks.map((mark) => mark.exec(said)?.[0]).find(Boolean);
}

/** SQLite's are called `id`, MongoDB's `_id`. */
function idsIn(rows: StoredRow[] = []): Set<unknown> {
  return new Set(rows.map(({ id, _id }) => id ?? _id));
}
