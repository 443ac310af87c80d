import type { Collections } from '../../../storage/mongo/collections.js';
import { ContentStore } from './content.store.js';

/** What was made at Twilio, in MongoDB. */
export class MongoContentStore extends ContentStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(account: string, hash: string): Promise<string | null> {
    const row = await this.db.contentResources.findById(`${account} ${hash}`).lean();
    return row?.sid ?? null;
  }

  count(account: string): Promise<number> {
    return this.db.contentResources.countDocuments({ account });
  }

  async keep(account: string, hash: string, sid: string): Promise<string> {
    const row = { account, hash, sid, created_at: new Date() };
    const kept = await this.db.contentResources
      .findByIdAndUpdate(
        `${account} ${hash}`,
        { $setOnInsert: row },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return kept!.sid;
  }

  async forget(account: string, sid: string): Promise<void> {
    await this.db.contentResources.deleteOne({ account, sid });
  }
}

export const open = (db: Collections): ContentStore => new MongoContentStore(db);
