import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { DocumentHead, KnowledgeDocument } from './document.js';
import type { DocumentHeads, DocumentRepository } from './document.repository.js';

const HEAD = 'id, title, format, created_at AS createdAt';

function insert(db: Database, { id, title, text, format, createdAt }: KnowledgeDocument): void {
  db.run(
    `INSERT INTO documents (id, title, text, format, created_at)
     VALUES (:id, :title, :text, :format, :createdAt)`,
    { id, title, text, format, createdAt },
  );
}

function raiseVersion(db: Database): void {
  db.run(
    `INSERT INTO settings (name, value) VALUES ('knowledge_version', '1')
     ON CONFLICT (name) DO UPDATE SET value = CAST(value + 1 AS TEXT)`,
  );
}

/** Documents in the embedded store. */
export const steps = {
  add(db: Database, document: KnowledgeDocument): boolean {
    if (steps.find(db, document.id)) return false;
    insert(db, document);
    raiseVersion(db);
    return true;
  },
  addIfNone(db: Database, documents: KnowledgeDocument[]): boolean {
    if (db.get('SELECT 1 FROM documents LIMIT 1')) return false;
    for (const document of documents) insert(db, document);
    raiseVersion(db);
    return true;
  },
  list(db: Database): DocumentHead[] {
    return db.all<DocumentHead>(`SELECT ${HEAD} FROM documents ORDER BY seq`);
  },
  page(db: Database, limit: number, cursor = '0'): DocumentHeads {
    const after = Number(partsOf(cursor, /^(\d{1,15})$/)[0]);
    const rows = db.all<DocumentHead & { seq: number }>(
      `SELECT ${HEAD}, seq FROM documents WHERE seq > :after ORDER BY seq LIMIT :limit + 1`,
      { after, limit },
    );
    const next = rows.length > limit ? String(rows[limit - 1].seq) : null;
    return { documents: rows.slice(0, limit).map(({ seq: _, ...head }) => head), next };
  },
  find(db: Database, id: string): KnowledgeDocument | undefined {
    return db.get<KnowledgeDocument>(`SELECT ${HEAD}, text FROM documents WHERE id = :id`, { id });
  },
  remove(db: Database, id: string): boolean {
    const removed = db.run('DELETE FROM documents WHERE id = :id', { id }) > 0;
    if (removed) raiseVersion(db);
    return removed;
  },
  version(db: Database): number {
    const row = db.get<{ value: string }>(
      `SELECT value FROM settings WHERE name = 'knowledge_version'`,
    );
    return Number(row?.value ?? 0);
  },
};

export const open = portOf<DocumentRepository>(steps, import.meta.url);
