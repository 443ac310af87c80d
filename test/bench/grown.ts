import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import type { Place } from './servers.js';

const CHUNK = 5000;

/** The turn's rows, by table: which of their columns are other ones in each copy. `i` is its number. */
const COPIES: Record<string, Record<string, (i: string) => string>> = {
  turns: { id: (i) => `'t' || ${i}` },
  messages: {
    id: (i) => `CASE role WHEN 'user' THEN 'u' ELSE 't' END || ${i}`,
    turn_id: (i) => `'t' || ${i}`,
  },
  outbox: {
    id: (i) => `'p' || ${i}`,
    turn_id: (i) => `'t' || ${i}`,
    attempt: (i) => `'a' || ${i}`,
    sid: (i) => `'s' || ${i}`,
  },
};

/** Copies the one turn that is in the store. Returns by how many bytes the store grew. */
export async function growSqlite({ directory }: Place, turns: number): Promise<number> {
  const file = join(directory, 'data', 'recado.sqlite');
  const before = statSync(file).size;
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -100000; BEGIN');
  db.exec(
    'CREATE TEMP TABLE numbers AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 ' +
      `FROM n WHERE i < ${turns}) SELECT i FROM n`,
  );
  for (const [table, changed] of Object.entries(COPIES)) {
    const all = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    const columns = all.map(({ name }) => String(name)).filter((name) => name !== 'seq');
    const values = columns.map((name) => changed[name]?.('i') ?? name);
    db.exec(`CREATE TEMP TABLE one AS SELECT * FROM ${table};
      INSERT INTO ${table} (${columns.join()})
        SELECT ${values.join()} FROM numbers CROSS JOIN one ORDER BY i;
      DROP TABLE one`);
  }
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return statSync(file).size - before;
}

/** The same on MongoDB. */
export async function growMongo(uri: string, turns: number): Promise<number> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const db = connection.db!;
  const size = async () => {
    const { dataSize, indexSize } = await db.stats();
    return Number(dataSize) + Number(indexSize);
  };
  try {
    const before = await size();
    const of = async (name: string) => db.collection<Copied>(name).find().toArray();
    const [turn, messages, parts] = [await of('turns'), await of('messages'), await of('outbox')];
    const copies: Record<string, (i: number) => Copied[]> = {
      turns: (i: number) => turn.map((row) => ({ ...row, _id: `t${i}`, seq: NEXT })),
      messages: (i: number) =>
        messages.map((row) => {
          const own = row.role === 'user' ? 'u' : 't';
          return { ...row, _id: `${own}${i}`, turn_id: `t${i}`, seq: NEXT };
        }),
      outbox: (i: number) =>
        parts.map((row) => {
          const ids = { _id: `p${i}`, turn_id: `t${i}`, attempt: `a${i}`, sid: `s${i}` };
          return { ...row, ...ids };
        }),
    };
    for (let from = 0; from < turns; from += CHUNK) {
      const some = Array.from({ length: Math.min(CHUNK, turns - from) }, (_, n) => from + n);
      for (const [name, made] of Object.entries(copies))
        await db.collection<Copied>(name).insertMany(some.flatMap(made));
    }
    return (await size()) - before;
  } finally {
    await connection.close();
  }
}

interface Copied {
  _id: string;
  role?: string;
}

/** The server puts its next one in its place. */
const NEXT = new mongoose.mongo.Timestamp({ t: 0, i: 0 });
