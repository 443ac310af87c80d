import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_TABLES, rowsOfMongo, rowsOfSqlite } from '../../faults/check/rows.js';

/** Texts in small letters, by the place where each is kept. */
export type Places = Record<string, string>;

/** All that a store keeps. */
export interface Kept {
  /** All files, byte by byte, and the collections of a database. */
  whole(): Promise<Places>;
  /** Its rows, by their table or collection. */
  rows(): Promise<Places>;
}

/** What a Recado keeps in the folder of its data and, where there is one, in its MongoDB. */
export function keptBy(directory: string, mongoUri?: string): Kept {
  const tables = () =>
    mongoUri ? rowsOfMongo(mongoUri) : rowsOfSqlite(join(directory, 'recado.sqlite'), ALL_TABLES);
  const rows = async () =>
    Object.fromEntries(
      Object.entries(await tables()).map(([name, all]) => [name, inText(all)] as const),
    );
  const whole = async () => ({ ...filesIn(directory), ...(mongoUri && (await rows())) });
  return { whole, rows };
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
