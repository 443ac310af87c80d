import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { SettingChange, Side } from './setting-change.js';
import { KEPT, type KeptChange, type SettingHistory } from './setting-history.js';

interface Row {
  seq: number;
  changed_at: number;
  changed_by: KeptChange['by'];
  field: string;
  before: string;
  after: string;
}

/** For a row that can't be read. */
const NOTHING: Side = { value: null, source: 'default' };

/** The history of the settings in SQLite. */
export const steps = {
  page(db: Database, limit: number, cursor?: string) {
    const before = cursor ? Number(partsOf(cursor, /^(\d{1,15})$/)[0]) : Number.MAX_SAFE_INTEGER;
    const rows = db.all<Row>(
      `SELECT seq, changed_at, changed_by, field, before, after FROM settings_history
       WHERE seq < :before ORDER BY seq DESC LIMIT :most`,
      { before, most: limit + 1 },
    );
    const changes = rows.slice(0, limit).map(changeOf);
    return { changes, next: rows.length > limit ? changes.at(-1)!.id : null };
  },
};

export const open = portOf<SettingHistory>(steps, import.meta.url, ['page']);

/** Keeps changes within the transaction that makes them, and drops the oldest. */
export function keep(db: Database, changes: SettingChange[]): void {
  for (const { at, by, field, from, to } of changes)
    db.run(
      `INSERT INTO settings_history (changed_at, changed_by, field, before, after)
       VALUES (:at, :by, :field, :before, :after)`,
      { at, by, field, before: JSON.stringify(from), after: JSON.stringify(to) },
    );
  db.run(
    `DELETE FROM settings_history WHERE seq <=
       (SELECT seq FROM settings_history ORDER BY seq DESC LIMIT 1 OFFSET :kept)`,
    { kept: KEPT },
  );
}

function changeOf({ seq, changed_at, changed_by, field, before, after }: Row): KeptChange {
  const [from, to] = [before, after].map((side) => jsonIn(side, NOTHING) as Side);
  return { id: String(seq), at: changed_at, by: changed_by, field, from, to };
}
