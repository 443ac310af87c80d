import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';

/** Texts in small letters, by the place where each is kept. */
export type Places = Record<string, string>;

/** All that a store keeps. */
export interface Kept {
  /** All files, byte by byte, and the collections of a database. */
  whole(): Promise<Places>;
  /** Its rows, by their table or collection. */
  rows(): Promise<Places>;
}

/** What SQLite keeps, and whatever else lies in the folder of its data. */
export function keptBySqlite(directory: string): Kept {
  return {
    whole: async () => filesIn(directory),
    rows: async () => {
      const db = new DatabaseSync(join(directory, 'recado.sqlite'), { readOnly: true });
      try {
        const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
        return Object.fromEntries(
          tables.map(({ name }) => [name, inText(db.prepare(`SELECT * FROM "${name}"`).all())]),
        );
      } finally {
        db.close();
      }
    },
  };
}

/** What MongoDB keeps, and what lies in the folder beside it. */
export function keptByMongo(uri: string, directory: string): Kept {
  const rows = async () => {
    const client = await mongoose.mongo.MongoClient.connect(uri);
    try {
      const names = (await client.db().listCollections().toArray()).map(({ name }) => name);
      const read = async (name: string) =>
        [name, inText(await client.db().collection(name).find().toArray())] as const;
      return Object.fromEntries(await Promise.all(names.map(read)));
    } finally {
      await client.close();
    }
  };
  return { whole: async () => ({ ...filesIn(directory), ...(await rows()) }), rows };
}

/** The places in which words are found, each with the word. */
export function found(places: Places, words: string[]): string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    words.filter((word) => text.includes(small(word))).map((word) => `${place}: ${word}`),
  );
}

function filesIn(directory: string): Places {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    files.map((file) => [file, small(readFileSync(file).toString('latin1'))]),
  );
}

/** Bytes are read as text, too. */
function inText(rows: object[]): string {
  const readable = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return small(JSON.stringify(rows, readable));
}

function small(text: string): string {
  return text.toLowerCase();
}
