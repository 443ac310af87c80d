import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { SettingChange } from './history/setting-change.js';
import { keep } from './history/setting-history.sqlite.js';
import type { SettingsRepository } from './settings.repository.js';

/** Settings in SQLite. */
export const steps = {
  find(db: Database, name: string): string | undefined {
    return db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name })
      ?.value;
  },

  replace(
    db: Database,
    name: string,
    before: string | undefined,
    after: string,
    changes: SettingChange[] = [],
  ): boolean {
    const sql =
      before === undefined
        ? 'INSERT INTO settings (name, value) VALUES (:name, :after) ON CONFLICT DO NOTHING'
        : 'UPDATE settings SET value = :after WHERE name = :name AND value = :before';
    const isReplaced = db.run(sql, { name, after, before: before ?? null }) === 1;
    if (isReplaced && changes.length) keep(db, changes);
    return isReplaced;
  },
};

export const open = portOf<SettingsRepository>(steps, import.meta.url);
