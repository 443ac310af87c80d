import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';

/** A row, by the names of its columns. */
export type StoredRow = Record<string, unknown>;

/** All that a store holds: the rows of each table, or of each collection. */
export type Tables = Record<string, StoredRow[]>;

/** All tables, those of indexes, too. */
export const ALL_TABLES = `SELECT name FROM sqlite_master WHERE type = 'table'`;
/** Indexes of words are tables of their own; what they say stands in the rows that they are made of. */
const OF_ROWS = `${ALL_TABLES}
  AND name NOT LIKE 'found\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

/** Reads SQLite's file, as it was last committed. */
export function rowsOfSqlite(file: string, which = OF_ROWS): Tables {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = db.prepare(which).all() as { name: string }[];
    const rowsOf = (name: string) => db.prepare(`SELECT * FROM "${name}"`).all() as StoredRow[];
    return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(name)]));
  } finally {
    db.close();
  }
}

/** Reads MongoDB's database. */
export async function rowsOfMongo(uri: string): Promise<Tables> {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    const db = client.db();
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    const rows = collections.map(async ({ name }) => [
      name,
      await db.collection(name).find().toArray(),
    ]);
    return Object.fromEntries(await Promise.all(rows)) as Tables;
  } finally {
    await client.close();
  }
}
