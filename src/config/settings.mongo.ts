import type { Collections } from '../storage/mongo/collections.js';
import type { SettingRow } from '../storage/mongo/mongo.js';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import { SettingsRepository } from './settings.repository.js';

/** Settings in MongoDB. */
export class MongoSettingsRepository extends SettingsRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(name: string): Promise<string | undefined> {
    return (await this.settings.findOne({ _id: name }))?.value;
  }

  async replace(name: string, before: string | undefined, after: string): Promise<boolean> {
    if (before === undefined) return this.insert({ _id: name, name, value: after });
    const $set = { value: after };
    const { matchedCount } = await this.settings.updateOne({ _id: name, value: before }, { $set });
    return matchedCount === 1;
  }

  private async insert(row: SettingRow<string>): Promise<boolean> {
    try {
      await this.settings.insertOne(row);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private get settings() {
    return this.db.mongo.settings<string>();
  }
}

export const open = (db: Collections): SettingsRepository => new MongoSettingsRepository(db);
