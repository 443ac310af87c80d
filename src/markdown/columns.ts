import type { Table } from './model.js';

/** A table with its first column and some of the others. */
export function withColumns<T extends Table>(table: T, columns: number[]): T {
  const kept = [0, ...columns];
  const pick = <Cell>(row: Cell[]) => kept.map((at) => row[at] ?? ([] as Cell));
  const rule = `|${kept.map(() => ' --- |').join('')}`;
  return { ...table, rule, head: pick(table.head), rows: table.rows.map(pick) };
}
