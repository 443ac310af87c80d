import { Types, type ClientSession } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { DocumentRow } from '../../storage/mongo/rows/document.js';
import type { DocumentHead, Format, KnowledgeDocument } from './document.js';
import { type DocumentHeads, DocumentRepository } from './document.repository.js';

/** Documents in MongoDB. `settings` holds their version, which each transaction raises. */
export class MongoDocumentRepository extends DocumentRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  add(document: KnowledgeDocument): Promise<boolean> {
    return this.db.transaction(async (session) => {
      // Raised first, so that two requests with the same document conflict here and the second waits.
      await this.raiseVersion(session);
      if (await this.db.documents.exists({ id: document.id }).session(session)) {
        await session.abortTransaction();
        return false;
      }
      await this.db.documents.create([row(document)], { session });
      return true;
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
    const rows = await this.db.documents
      .find({}, { text: 0 })
      .sort({ created_at: 1, _id: 1 })
      .lean<Omit<DocumentRow, 'text'>[]>();
    return rows.map(head);
  }

  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    const rows = await this.db.documents
      .find(cursor ? after(cursor) : {}, { text: 0 })
      .sort({ created_at: 1, _id: 1 })
      .limit(limit + 1)
      .lean<(Omit<DocumentRow, 'text'> & { _id: Types.ObjectId })[]>();
    const last = rows[limit - 1];
    const next = rows.length > limit ? `${last.created_at}.${last._id.toHexString()}` : null;
    return { documents: rows.slice(0, limit).map(head), next };
  }

  async find(id: string): Promise<KnowledgeDocument | undefined> {
    const found = await this.db.documents.findOne({ id }).lean<DocumentRow>();
    return found ? { ...head(found), text: found.text } : undefined;
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

function row({ createdAt, ...rest }: KnowledgeDocument): DocumentRow {
  return { ...rest, created_at: createdAt };
}

function after(cursor: string): object {
  const [time, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f]{24})$/);
  const created_at = Number(time);
  const later = { created_at, _id: { $gt: new Types.ObjectId(id) } };
  return { $or: [{ created_at: { $gt: created_at } }, later] };
}

function head({ id, title, format, created_at }: Omit<DocumentRow, 'text'>): DocumentHead {
  return { id, title, format: format as Format, createdAt: created_at };
}
