import { randomBytes } from 'node:crypto';
import { hashWith, KEY } from '../../sessions/consent/keyed-hash.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';

/**
 * Remembers which messages were erased, by keyed hashes of their ids. Without the key nobody can
 * tell which messages these were.
 */
export class ErasedMessages {
  private key?: string;

  constructor(private readonly db: Collections) {}

  /**
   * Returns which of these messages were erased, or are being erased. While there is no key, none
   * was. Erasures under way are read before the hashes: what one of them deletes in between has its
   * hash by then.
   */
  async among(ids: string[]): Promise<Set<string>> {
    this.key ??= (await this.settings.findOne({ _id: KEY }))?.value;
    if (!this.key) return new Set();
    const erasing = await this.erasing(ids);
    return new Set([...erasing, ...(await this.hashed(ids))]);
  }

  /** Returns which of these messages are still there, in a conversation that is being erased. */
  private async erasing(ids: string[]): Promise<Set<string>> {
    const erasures = await this.db.erasures.find().lean();
    if (!erasures.length) return new Set();
    const $or = erasures.map(({ _id, seq }) => ({ conversation_id: _id, seq: { $lte: seq } }));
    const found = await this.db.messages.find({ _id: { $in: ids }, $or }, { _id: 1 }).lean();
    return new Set(found.map(({ _id }) => _id));
  }

  private async hashed(ids: string[]): Promise<Set<string>> {
    const hashes = new Map(ids.map((id) => [this.hash(id), id]));
    const found = await this.db.erased.find({ _id: { $in: [...hashes.keys()] } }).lean();
    return new Set(found.map(({ _id }) => hashes.get(_id)!));
  }

  /** Makes the key unless a node has made it before. Without it, nothing counts as erased. */
  async prepare(): Promise<void> {
    const value = JSON.stringify(randomBytes(32).toString('base64'));
    const made = { $setOnInsert: { name: KEY, value } };
    await this.settings.updateOne({ _id: KEY }, made, { upsert: true });
    this.key = (await this.settings.findOne({ _id: KEY }))!.value;
  }

  /** Remembers these messages as erased. */
  async add(ids: string[]): Promise<void> {
    if (!ids.length) return;
    // The process that began the erasure may have been another one.
    if (!this.key) await this.prepare();
    const erased_at = new Date();
    const operations = ids.map((id) => ({
      updateOne: {
        filter: { _id: this.hash(id) },
        update: { $setOnInsert: { erased_at } },
        upsert: true,
      },
    }));
    const { collection } = this.db.erased;
    await collection.bulkWrite(operations as never[], { ordered: false });
  }

  private hash(id: string): string {
    return hashWith(this.key!, id);
  }

  private get settings() {
    return this.db.mongo.settings<string>();
  }
}
