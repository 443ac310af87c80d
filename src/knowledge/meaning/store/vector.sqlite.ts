import type { Database } from '../../../storage/sqlite/database.js';
import { portOf } from '../../../storage/sqlite/steps.js';
import type { KeptVectors, VectorStore } from './vector.store.js';

const THESE = 'model = :model AND key IN (SELECT value FROM json_each(:keys))';

/** Vectors in the embedded store. */
export const steps = {
  models(db: Database): { model: string; count: number }[] {
    return db.all('SELECT model, count(*) AS count FROM vectors GROUP BY model');
  },
  find(db: Database, model: string, keys: string[]): KeptVectors[] {
    const values = { model, keys: JSON.stringify(keys) };
    return db.all<KeptVectors>(`SELECT key, bytes FROM vectors WHERE ${THESE}`, values);
  },
  keys(db: Database, model: string): string[] {
    const rows = db.all<{ key: string }>('SELECT key FROM vectors WHERE model = :model', { model });
    return rows.map(({ key }) => key);
  },
  put(db: Database, model: string, vectors: KeptVectors[]): void {
    const sql = `INSERT INTO vectors (model, key, bytes) VALUES (:model, :key, :bytes)
      ON CONFLICT (model, key) DO NOTHING`;
    for (const { key, bytes } of vectors) db.run(sql, { model, key, bytes });
  },
  remove(db: Database, model: string, keys: string[]): void {
    db.run(`DELETE FROM vectors WHERE ${THESE}`, { model, keys: JSON.stringify(keys) });
  },
  clear(db: Database, model: string): void {
    db.run('DELETE FROM vectors WHERE model = :model', { model });
  },
};

export const open = portOf<VectorStore>(steps, import.meta.url, ['models', 'find', 'keys']);
