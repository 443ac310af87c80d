import type mongoose from 'mongoose';
import type { Row } from './rows.js';
import type { Kind } from './values.js';

export type Db = mongoose.mongo.Db;
export type Document = Record<string, any>;

/**
 * How a table and its collection differ, where they do. What isn't said here is the same in both: a
 * table has the collection of its name, a column the field of its name, and the key is `_id`.
 */
export interface Difference {
  /** The collection, if it has another name, or if its documents hold the rows. */
  collection?: string;
  /** The rows stand within the documents of that collection. */
  within?: Within;
  /** Fields of other names, by their columns; `window.start` stands within another one. */
  paths?: Record<string, string>;
  /** Of fields that the schema doesn't tell of. */
  kinds?: Record<string, Kind>;
  /** Columns without a field; what a row has there is made by `toRow` or `beside`. */
  sqliteOnly?: string[];
  /** Columns that SQLite makes anew: an order that MongoDB tells by other fields, see `order`. */
  anew?: string[];
  /** By what MongoDB orders the rows, where that matters. */
  order?: Record<string, 1>;
  /** Fields that MongoDB's adapters make by themselves, or that mean nothing once all have stopped. */
  mongoOnly?: string[];
  /** Fields that are null where there is nothing, though no default of the schema says so. */
  nulls?: string[];
  /** Names within JSON under which MongoDB has dates, and SQLite milliseconds: `heard.at`. */
  times?: string[];
  /** Columns of JSON in which null says the same as nothing. */
  sparse?: string[];
  /** `_id`, where no column is that. */
  id?(row: Row): unknown;
  /** What a document has besides when it comes from SQLite. */
  added?(): Document;
  /** Whether a row is of no use elsewhere: a lease, for example. */
  skipped?(row: Row): boolean;
  /** The same of a document; it is asked first. */
  skippedInMongo?(document: Document): boolean;
  /** Changes what is made of a row or a document by the rules above. */
  toDocument?(document: Document, row: Row): Document;
  fromDocument?(document: Document): Document;
  toRow?(row: Row, document: Document): Row;
  /** What else belongs to the rows: reads it once, and returns what completes each of them. */
  beside?(db: Db): Promise<(row: Row) => Row>;
  /** Writes it. */
  writeBeside?(db: Db, rows: Row[]): Promise<void>;
  /** Called once all is in MongoDB: what is counted from other rows. */
  finish?(db: Db): Promise<void>;
}

/** Rows that stand within documents. */
export interface Within {
  /** The column that names the document. */
  parent: string;
  /** The fields of the document that they stand in. */
  fields: string[];
  /** Those fields, from all rows of a document. Without it there is one row, which is the field. */
  pack?(rows: Row[]): Document;
  unpack?(document: Document): Row[];
}
