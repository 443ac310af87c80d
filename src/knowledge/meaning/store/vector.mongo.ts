import type { Collections } from '../../../storage/mongo/collections.js';
import { type KeptVectors, VectorStore } from './vector.store.js';

/** Vectors in MongoDB. */
export class MongoVectorStore extends VectorStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async models(): Promise<{ model: string; count: number }[]> {
    const counted = await this.db.vectors.aggregate<{ _id: string; count: number }>([
      { $group: { _id: '$model', count: { $sum: 1 } } },
    ]);
    return counted.map(({ _id, count }) => ({ model: _id, count }));
  }

  async find(model: string, keys: string[]): Promise<KeptVectors[]> {
    const rows = await this.db.vectors.find({ model, key: { $in: keys } }).lean();
    // Without a schema's getters, bytes are a Binary, whose buffer may be larger than they are.
    return rows.map(({ key, bytes }) => {
      const { buffer, position } = bytes as unknown as { buffer: Uint8Array; position: number };
      return { key, bytes: new Uint8Array(buffer.subarray(0, position)) };
    });
  }

  async keys(model: string): Promise<string[]> {
    const rows = await this.db.vectors.find({ model }, { _id: 0, key: 1 }).lean();
    return rows.map(({ key }) => key);
  }

  async put(model: string, vectors: KeptVectors[]): Promise<void> {
    const operations = vectors.map(({ key, bytes }) => ({
      updateOne: {
        filter: { model, key },
        update: { $setOnInsert: { bytes: Buffer.from(bytes) } },
        upsert: true,
      },
    }));
    await this.db.vectors.bulkWrite(operations, { ordered: false });
  }

  async remove(model: string, keys: string[]): Promise<void> {
    await this.db.vectors.deleteMany({ model, key: { $in: keys } });
  }

  async clear(model: string): Promise<void> {
    await this.db.vectors.deleteMany({ model });
  }
}

export const open = (db: Collections): VectorStore => new MongoVectorStore(db);
