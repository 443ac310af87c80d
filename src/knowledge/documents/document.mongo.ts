import { Schema, Types, type ClientSession, type Model } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { DocumentHead, Format, KnowledgeDocument } from './document.js';
import { type DocumentHeads, DocumentRepository } from './document.repository.js';

interface Row {
  id: string;
  title: string;
  text: string;
  format: Format;
  created_at: number;
}

const schema = new Schema<Row>(
  {
    id: { type: String, required: true, unique: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    format: { type: String, required: true },
    created_at: { type: Number, required: true },
  },
  { id: false, versionKey: false },
);

/** Documents in MongoDB. The version is a document of `settings`, raised in the transaction. */
export class MongoDocumentRepository extends DocumentRepository {
  readonly #mongo: Mongo;
  readonly #documents: Model<Row>;

  private constructor(mongo: Mongo, documents: Model<Row>) {
    super();
    this.#mongo = mongo;
    this.#documents = documents;
  }

  static async open(mongo: Mongo): Promise<MongoDocumentRepository> {
    return new MongoDocumentRepository(mongo, await mongo.model('documents', schema));
  }

  add(document: KnowledgeDocument): Promise<boolean> {
    return this.#mongo.transaction(async (session) => {
      // First, so that two that add the same conflict here, and the second one sees the first.
      await this.#raiseVersion(session);
      if (await this.#documents.exists({ id: document.id }).session(session)) {
        await session.abortTransaction();
        return false;
      }
      await this.#documents.create([row(document)], { session });
      return true;
    });
  }

  async addIfNone(documents: KnowledgeDocument[]): Promise<boolean> {
    if (await this.#documents.exists({})) return false;
    return this.#mongo.transaction(async (session) => {
      // First, so that two nodes starting at once conflict here and the second one sees the first.
      await this.#raiseVersion(session);
      if (await this.#documents.exists({}).session(session)) return false;
      await this.#documents.insertMany(documents.map(row), { session });
      return true;
    });
  }

  async list(): Promise<DocumentHead[]> {
    const rows = await this.#documents
      .find({}, { text: 0 })
      .sort({ created_at: 1, _id: 1 })
      .lean<Omit<Row, 'text'>[]>();
    return rows.map(head);
  }

  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    const rows = await this.#documents
      .find(cursor ? after(cursor) : {}, { text: 0 })
      .sort({ created_at: 1, _id: 1 })
      .limit(limit + 1)
      .lean<(Omit<Row, 'text'> & { _id: Types.ObjectId })[]>();
    const last = rows[limit - 1];
    const next = rows.length > limit ? `${last.created_at}.${last._id.toHexString()}` : null;
    return { documents: rows.slice(0, limit).map(head), next };
  }

  async find(id: string): Promise<KnowledgeDocument | undefined> {
    const found = await this.#documents.findOne({ id }).lean<Row>();
    return found ? { ...head(found), text: found.text } : undefined;
  }

  remove(id: string): Promise<boolean> {
    return this.#mongo.transaction(async (session) => {
      const { deletedCount } = await this.#documents.deleteOne({ id }, { session });
      if (deletedCount) await this.#raiseVersion(session);
      return deletedCount > 0;
    });
  }

  async version(): Promise<number> {
    return (await this.#settings.findOne({ _id: 'knowledge_version' }))?.value ?? 0;
  }

  /** The driver's own collection: the values of `settings` have nothing else in common. */
  get #settings() {
    return this.#mongo.connection.collection<{ _id: string; name: string; value: number }>(
      'settings',
    );
  }

  async #raiseVersion(session: ClientSession): Promise<void> {
    await this.#settings.updateOne(
      { _id: 'knowledge_version' },
      { $inc: { value: 1 }, $setOnInsert: { name: 'knowledge_version' } },
      { upsert: true, session },
    );
  }
}

function row({ createdAt, ...rest }: KnowledgeDocument): Row {
  return { ...rest, created_at: createdAt };
}

function after(cursor: string): object {
  const [time, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f]{24})$/);
  const created_at = Number(time);
  const later = { created_at, _id: { $gt: new Types.ObjectId(id) } };
  return { $or: [{ created_at: { $gt: created_at } }, later] };
}

function head({ id, title, format, created_at }: Omit<Row, 'text'>): DocumentHead {
  return { id, title, format, createdAt: created_at };
}
