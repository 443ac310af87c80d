import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { expect } from 'vitest';
import { MongoSide } from '../../src/storage/transfer/mongo-side.js';
import { planOf } from '../../src/storage/transfer/plan.js';
import { canonical } from '../../src/storage/transfer/rows.js';
import { allSchemas } from '../../src/storage/transfer/schemas.js';
import type { Side } from '../../src/storage/transfer/sides.js';
import type { Kind } from '../../src/storage/transfer/values.js';
import { SqliteSide, tablesOf } from '../../src/storage/transfer/sqlite-side.js';

/** Every row, in the one form of both stores. */
async function exported(
  read: (use: (side: Side, db: DatabaseSync) => Promise<void>) => Promise<void>,
) {
  const lines: Record<string, string[]> = {};
  await read(async (side, db) => {
    for (const plan of planOf(tablesOf(db), await allSchemas())) {
      const rows: string[] = [];
      for await (const row of side.read(plan)) rows.push(canonical(row, plan.json));
      lines[plan.table] = rows.sort();
    }
  });
  return lines;
}

export const ofSqlite = (directory: string) =>
  exported(async (use) => {
    const db = new DatabaseSync(join(directory, 'recado.sqlite'));
    await use(new SqliteSide(db, ''), db);
    db.close();
  });

/** `directory` has a file of the newest schema. */
export const ofMongo = (uri: string, directory: string) =>
  exported(async (use) => {
    const client = await new mongoose.mongo.MongoClient(uri, { promoteBuffers: false }).connect();
    const db = new DatabaseSync(join(directory, 'recado.sqlite'));
    await use(new MongoSide(client.db(), ''), db);
    db.close();
    await client.close();
  });

/** The rows that are in one of the two alone, a few of each table. */
export function differing(
  one: Record<string, string[]>,
  other: Record<string, string[]>,
): string[] {
  const without = (some: string[], others: string[]) => {
    const known = new Set(others);
    return some.filter((row) => !known.has(row)).slice(0, 3);
  };
  expect(Object.keys(one)).toEqual(Object.keys(other));
  return Object.keys(one).flatMap((table) => [
    ...without(one[table], other[table]).map((row) => `${table}, only before: ${row}`),
    ...without(other[table], one[table]).map((row) => `${table}, only after: ${row}`),
    ...(one[table].length === other[table].length ? [] : [`${table}: another count`]),
  ]);
}

/** Rows for tables that have none: whoever adds a table needn't fill it here to see it come along. */
export async function fillEmptyTables(db: DatabaseSync): Promise<void> {
  db.exec('PRAGMA foreign_keys = OFF');
  for (const { table, columns, difference } of planOf(tablesOf(db), await allSchemas())) {
    if (difference.within || db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get()) continue;
    const names = columns.map(({ name }) => name);
    const insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    for (const row of [1, 2])
      db.prepare(insert).run(
        ...columns.map(({ name, kind }) => anyOf(kind, `${name} ${row}`, row)),
      );
  }
}

function anyOf(kind: Kind, text: string, row: number) {
  switch (kind) {
    case 'text':
      return text;
    case 'json':
      return JSON.stringify({ text, list: [row, null] });
    case 'time':
      return 1_790_000_000_123 + row;
    case 'bytes':
      return new Uint8Array([row]);
    case 'boolean':
      return 1;
    default:
      return row;
  }
}
