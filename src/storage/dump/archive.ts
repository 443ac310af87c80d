import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { PassThrough } from 'node:stream';

/**
 * A backup of MongoDB in one file: gzip of lines of JSON. The first line says what it is, the last one
 * that it is whole; between them stand the collections, each with its rows in extended JSON
 * (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/) and then its checksum.
 */
export interface Header {
  recado: 'dump';
  format: 1;
  /** The version of the rows: see `mongo/version/upgrade.ts`. */
  schema: number;
  made_at: string;
}

/** What an archive holds of a collection. */
export interface Held {
  collection: string;
  rows: number;
  sha256: string;
}

/** What is told as an archive is read, line by line. */
export type Line =
  | { header: Header }
  | { begins: string }
  | { row: string }
  | { ends: Held }
  | { collections: number };

/** The checksum of rows in their order. */
export class Checksum {
  rows = 0;
  private readonly hash = createHash('sha256');

  add(row: string): void {
    this.rows++;
    this.hash.update(`${row}\n`);
  }

  held(collection: string): Held {
    return { collection, rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** Reads an archive. Throws an error that says what is wrong with it. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const text = new PassThrough();
  const reading = pipeline(createReadStream(file), createGunzip(), text);
  reading.catch((error: Error) => text.destroy(error));
  for await (const line of createInterface({ input: text, crlfDelay: Infinity }))
    yield parsed(line);
  await reading;
}

/** A row begins with its `{`; all else is told from it by its mark. */
export const MARK = '#';

function parsed(line: string): Line {
  return line.startsWith(MARK) ? (JSON.parse(line.slice(1)) as Line) : { row: line };
}

/** What an archive holds, once all of it was read and its checksums are right. */
export interface Contents {
  header: Header;
  held: Held[];
}

/** Reads an archive to its end and checks it. Throws an error that says what is wrong with it. */
export async function contentsOf(file: string): Promise<Contents> {
  let header: Header | undefined;
  let checksum: Checksum | undefined;
  let isWhole = false;
  const held: Held[] = [];
  for await (const line of linesOf(file)) {
    if ('header' in line) header = line.header;
    else if ('begins' in line) checksum = new Checksum();
    else if ('row' in line) checksum?.add(line.row);
    else if ('ends' in line) held.push(checked(line.ends, checksum));
    else isWhole = line.collections === held.length;
  }
  if (header?.recado !== 'dump') throw new Error('it is no backup of Recado');
  if (header.format !== 1) throw new Error('a newer Recado made it: restore it with that one');
  if (!isWhole) throw new Error('it is cut off');
  return { header, held };
}

function checked(said: Held, checksum: Checksum | undefined): Held {
  const read = checksum?.held(said.collection);
  if (read?.sha256 !== said.sha256 || read.rows !== said.rows)
    throw new Error(`its ${said.collection} are not as they were stored`);
  return said;
}
