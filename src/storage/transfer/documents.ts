import type { Document } from './difference.js';
import type { Column, Plan } from './plan.js';
import { idOf, type Numbering } from './position.js';
import { type Row, withoutNulls } from './rows.js';
import { toMongo, toSqlite } from './values.js';

/** The document of a row. */
export function documentOf(plan: Plan, row: Row): Document {
  const { difference } = plan;
  const document: Document = {
    ...(difference.id && { _id: difference.id(row) }),
    ...(plan.ordered && { _id: idOf(row.seq as number) }),
    ...fieldsOf(plan, row),
    ...difference.added?.(),
  };
  return difference.toDocument?.(document, row) ?? document;
}

/** The row of a document. Throws for a field that nothing is known of. */
export function rowOf(plan: Plan, document: Document, numbering: Numbering): Row {
  for (const field of Object.keys(document))
    if (!plan.fields.has(field)) throw new Error(`nothing is known of its field ${field}`);
  const row: Row = {
    ...valuesOf(plan, plan.difference.fromDocument?.(document) ?? document),
    ...(plan.ordered && { seq: numbering.next(document._id) }),
  };
  return plan.difference.toRow?.(row, document) ?? row;
}

/** What a document has within it, from all rows that belong there. */
export function packed(plan: Plan, rows: Row[]): Document {
  const { pack, fields } = plan.difference.within!;
  return pack?.(rows) ?? { [fields[0]]: fieldsOf(plan, rows[0]) };
}

/** The rows that a document has within it. */
export function unpacked(plan: Plan, document: Document): Row[] {
  const { unpack, fields, parent } = plan.difference.within!;
  if (unpack) return unpack(document);
  const field = document[fields[0]] as Document;
  const unknown = Object.keys(field).find((name) => !plan.kept.includes(name));
  if (unknown) throw new Error(`nothing is known of its field ${fields[0]}.${unknown}`);
  return [{ ...valuesOf(plan, field), [parent]: document._id as string }];
}

function fieldsOf(plan: Plan, row: Row): Document {
  const document: Document = {};
  for (const column of plan.columns) {
    const value = row[column.name];
    const [field, inner] = column.path.split('.');
    if (inner && row[leaderOf(plan, field).name] === null) continue;
    if (value === null && !column.null) continue;
    const made = value === null ? null : toMongo(value, column.kind, column.path, plan.times);
    const told = plan.json.get(column.name)?.sparse ? withoutNulls(made) : made;
    if (inner) document[field] = { ...document[field], [inner]: told };
    else document[field] = told;
  }
  return document;
}

function valuesOf(plan: Plan, document: Document): Row {
  const values = plan.columns.map(({ name, path, kind, absent }) => {
    const [field, inner] = path.split('.');
    const value: unknown = inner ? document[field]?.[inner] : document[field];
    return [name, toSqlite(value, kind, path, plan.times) ?? absent];
  });
  return Object.fromEntries(values) as Row;
}

/** Of the columns that stand within one field, the first tells whether the field is there. */
function leaderOf({ columns }: Plan, field: string): Column {
  return columns.find(({ path }) => path.startsWith(`${field}.`))!;
}
