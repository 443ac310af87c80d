import type { Database } from '../storage/sqlite/database.js';
import type { Sqlite, Steps } from '../storage/sqlite/sqlite.js';
import { SettingsRepository } from './settings.repository.js';

export const steps = {
  find(db: Database, name: string): string | undefined {
    return db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name })
      ?.value;
  },

  insert(db: Database, name: string, value: string): boolean {
    const sql = 'INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING';
    return db.run(sql, { name, value }) === 1;
  },

  replace(db: Database, name: string, before: string, after: string): boolean {
    const sql = 'UPDATE settings SET value = :after WHERE name = :name AND value = :before';
    return db.run(sql, { name, before, after }) === 1;
  },
};

/** Settings in SQLite. */
export class SqliteSettingsRepository extends SettingsRepository {
  readonly #steps: Steps<typeof steps>;

  private constructor(bound: Steps<typeof steps>) {
    super();
    this.#steps = bound;
  }

  static async open(sqlite: Sqlite): Promise<SqliteSettingsRepository> {
    return new SqliteSettingsRepository(await sqlite.steps<typeof steps>(import.meta.url));
  }

  find(name: string): Promise<string | undefined> {
    return this.#steps.find(name);
  }

  replace(name: string, before: string | undefined, after: string): Promise<boolean> {
    return before === undefined
      ? this.#steps.insert(name, after)
      : this.#steps.replace(name, before, after);
  }
}
