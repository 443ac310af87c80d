import type { Schema } from 'mongoose';
import { DERIVED_TABLES, DIFFERENCES, MONGO_ONLY } from './differences.js';
import type { Difference } from './difference.js';
import type { JsonColumns, Value } from './rows.js';
import type { Kind } from './values.js';
import { kindOf } from './kinds.js';

/** A column of a table, as `PRAGMA table_info` tells it. */
export interface ColumnInfo {
  name: string;
  type: string;
  /** As it is written in SQL. */
  dflt_value: string | null;
  /** Its place in the primary key, from 1; 0: it isn't in it. */
  pk: number;
}

/** A table's columns. */
export interface TableInfo {
  name: string;
  columns: ColumnInfo[];
}

/** A column, and where it stands in a document. */
export interface Column {
  name: string;
  path: string;
  kind: Kind;
  /** What the column has where the field is missing. */
  absent: Value;
  /** MongoDB's code looks for null where there is nothing. */
  null: boolean;
}

/** How the rows of a table and what MongoDB keeps of them become each other. */
export interface Plan {
  table: string;
  collection: string;
  columns: Column[];
  /** The columns that a row has, in SQLite's order. */
  kept: string[];
  difference: Difference;
  /** MongoDB's own ids say the order of these rows, which `seq` says in SQLite. */
  ordered: boolean;
  json: JsonColumns;
  times: ReadonlySet<string>;
  /** All fields that a document may have. */
  fields: ReadonlySet<string>;
}

/** All schemas, by their collections. */
export type Schemas = ReadonlyMap<string, Schema<any>>;

/**
 * Plans how all rows go from one store to the other. Throws an error that names every table, column,
 * collection and field that has no counterpart, so that nothing is left behind unnoticed.
 */
export function planOf(tables: TableInfo[], schemas: Schemas): Plan[] {
  const kept = tables.filter(({ name }) => !DERIVED_TABLES.some((one) => one.test(name)));
  const unknown: string[] = [];
  const plans = kept.map((table) => tablePlan(table, schemas, unknown));
  for (const [collection, schema] of schemas) {
    if (MONGO_ONLY.includes(collection)) continue;
    const fields = new Set(plans.filter((one) => one.collection === collection).flatMap(allFields));
    for (const field of fieldsOf(schema))
      if (!fields.has(field)) unknown.push(`the field ${collection}.${field} has no column`);
  }
  if (unknown.length)
    throw new Error(
      `Rows can't go from store to store: ${unknown.join('; ')}. Give both stores the same names, ` +
        'or say in src/storage/transfer/differences.ts what differs.',
    );
  return plans;
}

function tablePlan({ name: table, columns }: TableInfo, schemas: Schemas, unknown: string[]): Plan {
  const difference = DIFFERENCES[table] ?? {};
  const collection = difference.collection ?? table;
  const schema = schemas.get(collection);
  if (!schema && collection !== 'settings') unknown.push(`${table} has no collection`);
  const { sqliteOnly = [], anew = [], within } = difference;
  const apart = [...sqliteOnly, ...anew, within?.parent];
  const planned = columns.filter(({ name }) => !apart.includes(name));
  const hasOwnIds = schema?.path('_id')?.instance === 'ObjectId';
  const ordered = hasOwnIds && !schema.path('seq') && planned.some(({ name }) => name === 'seq');
  const plan: Plan = {
    table,
    collection,
    difference,
    ordered,
    kept: columns.map(({ name }) => name).filter((name) => !anew.includes(name)),
    columns: planned
      .filter(({ name }) => !(ordered && name === 'seq'))
      .map((column) => columnPlan(table, column, difference, schema, unknown)),
    json: new Map(),
    times: new Set(difference.times),
    fields: new Set(),
  };
  if (schema && !difference.within && !hasId(plan, schema))
    unknown.push(`${table} has no column for _id`);
  const json = plan.columns.filter(({ kind }) => kind === 'json').map(({ name }) => name);
  const sparse = (name: string) => !!difference.sparse?.includes(name);
  const columnsOfJson = new Map(json.map((name) => [name, { sparse: sparse(name) }]));
  return { ...plan, json: columnsOfJson, fields: new Set([...allFields(plan), '_id']) };
}

function columnPlan(
  table: string,
  { name, type, dflt_value, pk }: ColumnInfo,
  difference: Difference,
  schema: Schema | undefined,
  unknown: string[],
): Column {
  const isField = !!schema?.path(name);
  const isId = !isField && (pk === 1 || name === 'id');
  const path = difference.paths?.[name] ?? (isId ? '_id' : name);
  const kind = difference.kinds?.[name] ?? (schema && kindOf(type, schema.path(path)));
  if (!kind) unknown.push(`the column ${table}.${name} (${type}) has no field that fits`);
  const isNull = difference.nulls?.includes(name) || schema?.path(path)?.options.default === null;
  return { name, path, kind: kind ?? 'text', absent: valueIn(dflt_value), null: isNull };
}

function hasId(plan: Plan, schema: Schema): boolean {
  const own = schema.path('_id')?.instance === 'ObjectId';
  return own || !!plan.difference.id || plan.columns.some(({ path }) => path === '_id');
}

/** The fields of a document that a plan knows. */
function allFields({ columns, difference }: Plan): string[] {
  if (difference.within) return difference.within.fields;
  const mapped = columns.map(({ path }) => path.split('.')[0]);
  return [...mapped, ...(difference.mongoOnly ?? [])];
}

function fieldsOf(schema: Schema): Set<string> {
  const all = new Set(Object.keys(schema.paths).map((path) => path.split('.')[0]));
  all.delete('_id');
  return all;
}

/** A default as SQL writes it: 0, 'whatsapp'. */
function valueIn(sql: string | null): Value {
  if (sql === null || sql === 'NULL') return null;
  return /^'.*'$/.test(sql) ? sql.slice(1, -1).replaceAll("''", "'") : Number(sql);
}
