import { Types, type ClientSession } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { DocumentRow } from '../../storage/mongo/rows/document.js';
import {
  charactersOf,
  type DocumentHead,
  type Format,
  isSame,
  type KnowledgeDocument,
} from './document.js';
import { type DocumentHeads, DocumentRepository, type Put } from './document.repository.js';
import { nameUnnamed } from './unnamed.mongo.js';

/** A row without its text. */
type Head = Omit<DocumentRow, 'text'>;

const WITHOUT_TEXT = { text: 0 };

/** Documents in MongoDB. `settings` holds their version, which each transaction raises. */
export class MongoDocumentRepository extends DocumentRepository {
  private naming?: Promise<void>;

  constructor(private readonly db: Collections) {
    super();
  }

  async put(document: KnowledgeDocument): Promise<Put> {
    await this.allNamed();
    return this.db.transaction(async (session) => {
      const kept = await this.named(document.name, session);
      if (kept && isSame(kept, document)) return { head: kept, outcome: 'unchanged' };
      // Two that put at once conflict here, and the second begins again and sees the first.
      await this.raiseVersion(session);
      const now = kept ? { ...document, id: kept.id, createdAt: kept.createdAt } : document;
      await this.db.documents.replaceOne({ name: now.name }, row(now), { session, upsert: true });
      return { head: head(row(now)), outcome: kept ? 'replaced' : 'new' };
    });
  }

  async addIfNone(documents: KnowledgeDocument[]): Promise<boolean> {
    if (await this.db.documents.exists({})) return false;
    return this.db.transaction(async (session) => {
      // Raised first, so that two nodes that start at once conflict here and the second sees the first.
      await this.raiseVersion(session);
      if (await this.db.documents.exists({}).session(session)) return false;
      await this.db.documents.insertMany(documents.map(row), { session });
      return true;
    });
  }

  async list(): Promise<DocumentHead[]> {
    await this.allNamed();
    const rows = await this.db.documents
      .find({}, WITHOUT_TEXT)
      .sort({ created_at: 1, _id: 1 })
      .lean<Head[]>();
    return rows.map(head);
  }

  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    const rows = await this.db.documents
      .find(cursor ? after(cursor) : {}, WITHOUT_TEXT)
      .sort({ created_at: 1, _id: 1 })
      .limit(limit + 1)
      .lean<(Head & { _id: Types.ObjectId })[]>();
    const last = rows[limit - 1];
    const next = rows.length > limit ? `${last.created_at}.${last._id.toHexString()}` : null;
    return { documents: rows.slice(0, limit).map(head), next };
  }

  async find(id: string): Promise<KnowledgeDocument | undefined> {
    const found = await this.db.documents.findOne({ id }).lean<DocumentRow>();
    if (!found) return undefined;
    const { characters: _, ...document } = head(found);
    return { ...document, text: found.text };
  }

  remove(id: string): Promise<boolean> {
    return this.db.transaction(async (session) => {
      const { deletedCount } = await this.db.documents.deleteOne({ id }, { session });
      if (deletedCount) await this.raiseVersion(session);
      return deletedCount > 0;
    });
  }

  async version(): Promise<number> {
    return (await this.settings.findOne({ _id: 'knowledge_version' }))?.value ?? 0;
  }

  private async named(name: string, session: ClientSession): Promise<DocumentHead | undefined> {
    const found = await this.db.documents
      .findOne({ name }, WITHOUT_TEXT)
      .session(session)
      .lean<Head>();
    return found ? head(found) : undefined;
  }

  /** Done once, when documents are first asked for: at the start the server may be away. */
  private allNamed(): Promise<void> {
    return (this.naming ??= nameUnnamed(this.db).catch((error) => {
      this.naming = undefined;
      throw error;
    }));
  }

  private get settings() {
    return this.db.mongo.settings<number>();
  }

  private async raiseVersion(session: ClientSession): Promise<void> {
    await this.settings.updateOne(
      { _id: 'knowledge_version' },
      { $inc: { value: 1 }, $setOnInsert: { name: 'knowledge_version' } },
      { upsert: true, session },
    );
  }
}

export const open = (db: Collections): DocumentRepository => new MongoDocumentRepository(db);

function row({ createdAt, updatedAt, metadata, ...rest }: KnowledgeDocument): DocumentRow {
  return {
    ...rest,
    metadata: JSON.stringify(metadata),
    characters: charactersOf(rest.text),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function after(cursor: string): object {
  const [time, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f]{24})$/);
  const created_at = Number(time);
  const later = { created_at, _id: { $gt: new Types.ObjectId(id) } };
  return { $or: [{ created_at: { $gt: created_at } }, later] };
}

/** What a node of an older Recado added a moment ago has no name yet: see `unnamed.mongo.ts`. */
function head({ id, title, source, ...rest }: Head): DocumentHead {
  const { name = title, revision = id, characters = 0, metadata = '{}' } = rest;
  return {
    id,
    name,
    title,
    format: rest.format as Format,
    revision,
    ...(source !== undefined && { source }),
    metadata: JSON.parse(metadata) as Record<string, string>,
    characters,
    createdAt: rest.created_at,
    updatedAt: rest.updated_at ?? rest.created_at,
  };
}
