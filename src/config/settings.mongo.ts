import type { ClientSession } from 'mongoose';
import type { Collections } from '../storage/mongo/collections.js';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { SettingChange } from './history/setting-change.js';
import { keep } from './history/setting-history.mongo.js';
import { SettingsRepository } from './settings.repository.js';

/** Settings in MongoDB. */
export class MongoSettingsRepository extends SettingsRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(name: string): Promise<string | undefined> {
    return (await this.settings.findOne({ _id: name }))?.value;
  }

  async replace(
    name: string,
    before: string | undefined,
    after: string,
    changes: SettingChange[] = [],
  ): Promise<boolean> {
    try {
      if (!changes.length) return await this.put(name, before, after);
      return await this.db.transaction(async (session) => {
        const isReplaced = await this.put(name, before, after, session);
        if (isReplaced) await keep(this.db, changes, session);
        return isReplaced;
      });
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Throws for a first text where there is one: that ends the transaction, too. */
  private async put(
    name: string,
    before: string | undefined,
    value: string,
    session?: ClientSession,
  ): Promise<boolean> {
    if (before === undefined) {
      await this.settings.insertOne({ _id: name, name, value }, { session });
      return true;
    }
    const which = { _id: name, value: before };
    const { matchedCount } = await this.settings.updateOne(which, { $set: { value } }, { session });
    return matchedCount === 1;
  }

  private get settings() {
    return this.db.mongo.settings<string>();
  }
}

export const open = (db: Collections): SettingsRepository => new MongoSettingsRepository(db);
