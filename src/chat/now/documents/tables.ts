import { type Inline, plainText, type Table } from '../../../markdown/model.js';
import { tableLines } from '../../../markdown/source.js';
import type { Claim, Statement } from './claims.js';

/** What a table says of certain days: rows or columns of it, and its head. */
export interface TableNote {
  claims: Claim[];
  /** The rows as they are written. */
  text: string;
  /** The columns' names and the line below them. */
  head: string;
  /** What the row or the column says, as it was read. */
  said: Statement;
}

/** The notes of a table that has its days in rows, or in columns. */
export function tableNotes(table: Table, say: (text: string) => Statement): TableNote[] {
  const columns = table.head.map((cell) => say(plainText(cell)));
  const named = columns.filter(({ claims }) => claims.length).length;
  return named > 1 ? columnNotes(table, columns, say) : rowNotes(table, columns, say);
}

function rowNotes(
  table: Table,
  columns: Statement[],
  say: (text: string) => Statement,
): TableNote[] {
  const head = tableLines({ ...table, rows: [] }).join('\n');
  // A column of something else makes the row's hours those of nobody knows what.
  const isPlain = !columns.some(({ others }) => others);
  return table.rows.flatMap((row) => {
    const said = say(row.map(plainText).join(' | '));
    if (!said.claims.length) return [];
    const claims = said.claims.map((claim) => ({ ...claim, sure: claim.sure && isPlain }));
    return { claims, text: tableLines({ ...table, rows: [row] })[2], head, said };
  });
}

function columnNotes(
  table: Table,
  columns: Statement[],
  say: (text: string) => Statement,
): TableNote[] {
  const label = columns.findIndex(({ claims }) => !claims.length);
  return columns.flatMap(({ claims }, at) => {
    if (!claims.length) return [];
    const kept = label < 0 ? [at] : [label, at];
    const rule = `|${' --- |'.repeat(kept.length)}`;
    const only = (row: Inline[][]) => kept.map((column) => row[column] ?? []);
    const part = { ...table, head: only(table.head), rows: table.rows.map(only), rule };
    const [names, , ...rows] = tableLines(part);
    const said = say(rows.join(' '));
    const { spans, closed, sure } = said.rest ?? { spans: [], closed: false, sure: false };
    const certain = sure && rows.length === 1 && !said.others;
    const claim = { days: claims[0].days, spans, closed, sure: certain };
    return { claims: [claim], text: rows.join('\n'), head: `${names}\n${rule}`, said };
  });
}
