import { isDuplicateKey } from '../storage/mongo/duplicate-key.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { SettingsRepository } from './settings.repository.js';

interface Row {
  /** The name again, so that there is one of each without an index of ours. */
  _id: string;
  name: string;
  value: string;
}

/** Settings in MongoDB. */
export class MongoSettingsRepository extends SettingsRepository {
  readonly #mongo: Mongo;

  private constructor(mongo: Mongo) {
    super();
    this.#mongo = mongo;
  }

  static async open(mongo: Mongo): Promise<MongoSettingsRepository> {
    return new MongoSettingsRepository(mongo);
  }

  async find(name: string): Promise<string | undefined> {
    return (await this.#settings.findOne({ _id: name }))?.value;
  }

  async replace(name: string, before: string | undefined, after: string): Promise<boolean> {
    if (before === undefined) return this.#insert({ _id: name, name, value: after });
    const $set = { value: after };
    const { matchedCount } = await this.#settings.updateOne({ _id: name, value: before }, { $set });
    return matchedCount === 1;
  }

  async #insert(row: Row): Promise<boolean> {
    try {
      await this.#settings.insertOne(row);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** The driver's own collection: the values of `settings` have nothing else in common. */
  get #settings() {
    return this.#mongo.connection.collection<Row>('settings');
  }
}
