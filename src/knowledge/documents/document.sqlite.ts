import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { charactersOf, type DocumentHead, isSame, type KnowledgeDocument } from './document.js';
import type { DocumentHeads, DocumentRepository, Put } from './document.repository.js';

const HEAD = `seq, id, name, title, format, revision, source, metadata, characters,
  created_at AS createdAt, updated_at AS updatedAt`;

/** A document as SQLite keeps it. */
interface Row extends Omit<DocumentHead, 'source' | 'metadata'> {
  seq: number;
  source: string | null;
  metadata: string;
}

function head({ seq: _, source, metadata, ...rest }: Row): DocumentHead {
  return { ...rest, ...(source !== null && { source }), metadata: jsonIn(metadata, {}) };
}

function valuesOf(document: KnowledgeDocument) {
  const { text, source = null, metadata } = document;
  return {
    ...document,
    source,
    metadata: JSON.stringify(metadata),
    characters: charactersOf(text),
  };
}

function insert(db: Database, document: KnowledgeDocument): void {
  db.run(
    `INSERT INTO documents (id, name, title, format, revision, source, metadata, characters,
       created_at, updated_at, text)
     VALUES (:id, :name, :title, :format, :revision, :source, :metadata, :characters,
       :createdAt, :updatedAt, :text)`,
    valuesOf(document),
  );
}

function replace(db: Database, document: KnowledgeDocument): void {
  db.run(
    `UPDATE documents SET title = :title, format = :format, revision = :revision,
       source = :source, metadata = :metadata, characters = :characters,
       updated_at = :updatedAt, text = :text
     WHERE name = :name`,
    valuesOf(document),
  );
}

function named(db: Database, name: string): DocumentHead | undefined {
  const row = db.get<Row>(`SELECT ${HEAD} FROM documents WHERE name = :name`, { name });
  return row && head(row);
}

function raiseVersion(db: Database): void {
  db.run(
    `INSERT INTO settings (name, value) VALUES ('knowledge_version', '1')
     ON CONFLICT (name) DO UPDATE SET value = CAST(value + 1 AS TEXT)`,
  );
}

/** Documents in the embedded store. */
export const steps = {
  put(db: Database, document: KnowledgeDocument): Put {
    const kept = named(db, document.name);
    if (kept && isSame(kept, document)) return { head: kept, outcome: 'unchanged' };
    if (kept) replace(db, document);
    else insert(db, document);
    raiseVersion(db);
    return { head: named(db, document.name)!, outcome: kept ? 'replaced' : 'new' };
  },
  addIfNone(db: Database, documents: KnowledgeDocument[]): boolean {
    if (db.get('SELECT 1 FROM documents LIMIT 1')) return false;
    for (const document of documents) insert(db, document);
    raiseVersion(db);
    return true;
  },
  list(db: Database): DocumentHead[] {
    return db.all<Row>(`SELECT ${HEAD} FROM documents ORDER BY seq`).map(head);
  },
  page(db: Database, limit: number, cursor = '0'): DocumentHeads {
    const after = Number(partsOf(cursor, /^(\d{1,15})$/)[0]);
    const rows = db.all<Row>(
      `SELECT ${HEAD} FROM documents WHERE seq > :after ORDER BY seq LIMIT :limit + 1`,
      { after, limit },
    );
    const next = rows.length > limit ? String(rows[limit - 1].seq) : null;
    return { documents: rows.slice(0, limit).map(head), next };
  },
  find(db: Database, id: string): KnowledgeDocument | undefined {
    const found = db.get<Row & { text: string }>(
      `SELECT ${HEAD}, text FROM documents WHERE id = :id`,
      { id },
    );
    if (!found) return undefined;
    const { characters: _, ...document } = head(found);
    return { ...document, text: found.text };
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

export const open = portOf<DocumentRepository>(steps, import.meta.url, ['list', 'page', 'find']);
