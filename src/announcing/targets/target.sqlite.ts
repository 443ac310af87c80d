import type { Database } from '../../storage/sqlite/database.js';
import type { Sqlite } from '../../storage/sqlite/sqlite.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { NewsType } from './news-type.js';
import type { Target, TargetChange } from './target.js';
import type { TargetStore } from './target.store.js';
import { listenIfWanted } from './triggers.sqlite.js';

const COLUMNS = `id, kind, url, description, types, secret, enabled,
  disabled_because AS disabledBecause, created_at AS createdAt`;

/** Whom news is told to, in SQLite. */
export const steps = {
  all(db: Database): Target[] {
    return db
      .all(`SELECT ${COLUMNS} FROM announcement_targets ORDER BY created_at, id`)
      .map(toTarget);
  },

  find(db: Database, id: string): Target | undefined {
    const row = db.get(`SELECT ${COLUMNS} FROM announcement_targets WHERE id = :id`, { id });
    return row && toTarget(row);
  },

  add(db: Database, target: Target, most: number): boolean {
    const added = db.run(
      `INSERT INTO announcement_targets (id, kind, url, description, types, secret, enabled,
         disabled_because, created_at)
       SELECT :id, :kind, :url, :description, :types, :secret, :enabled, :because, :createdAt
       WHERE (SELECT count(*) FROM announcement_targets WHERE kind = :kind) < :most
       ON CONFLICT DO NOTHING`,
      { ...valuesOf(target), kind: target.kind, createdAt: target.createdAt, most },
    );
    listenIfWanted(db);
    return added > 0;
  },

  change(db: Database, id: string, change: TargetChange): Target | undefined {
    const found = steps.find(db, id);
    if (!found) return undefined;
    const changed = { ...found, ...change };
    db.run(
      `UPDATE announcement_targets SET url = :url, description = :description, types = :types,
         secret = :secret, enabled = :enabled, disabled_because = :because WHERE id = :id`,
      valuesOf(changed),
    );
    listenIfWanted(db);
    return changed;
  },

  remove(db: Database, id: string): boolean {
    const removed = db.run('DELETE FROM announcement_targets WHERE id = :id', { id });
    listenIfWanted(db);
    return removed > 0;
  },

  listen(db: Database): void {
    listenIfWanted(db);
  },
};

/** Resolves once what is written is told, which is before anybody can write. */
export async function open(sqlite: Sqlite): Promise<TargetStore> {
  type Bound = TargetStore & { listen(): Promise<void> };
  const store = await portOf<Bound>(steps, import.meta.url, ['all', 'find'])(sqlite);
  await store.listen();
  return store;
}

function valuesOf(target: Target) {
  const { id, url, description, types, secret, enabled, disabledBecause } = target;
  return {
    id,
    url: url ?? null,
    description,
    types: JSON.stringify(types),
    secret: secret ?? null,
    enabled: enabled ? 1 : 0,
    because: disabledBecause ?? null,
  };
}

function toTarget(row: Record<string, any>): Target {
  const { url, secret, disabledBecause, types, enabled, ...rest } = row;
  return {
    ...(rest as Pick<Target, 'id' | 'kind' | 'description' | 'createdAt'>),
    ...(url && { url }),
    ...(secret && { secret }),
    ...(disabledBecause && { disabledBecause }),
    types: jsonIn(types, []) as NewsType[],
    enabled: enabled === 1,
  };
}
