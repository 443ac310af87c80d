import type { Database } from '../../storage/sqlite/database.js';
import { link } from '../linking.sqlite.js';
import { rowAt } from '../session-row.sqlite.js';
import { AT_ONCE, DONE, latestOf, RANGE } from './former.js';
import { formsOf } from './forms.js';

/** Implements `SessionRepository.unite`. */
export function unite(db: Database, after: string = RANGE.from): string | null {
  if (db.get('SELECT 1 FROM settings WHERE name = :DONE', { DONE })) return null;
  const rows = db.all<{ waId: string }>(
    `SELECT wa_id AS waId FROM whatsapp_sessions WHERE wa_id > :after AND wa_id < :to
     ORDER BY wa_id LIMIT :most`,
    { after, to: RANGE.to, most: AT_ONCE },
  );
  for (const { waId } of rows) {
    const all = formsOf(waId).map((form) => rowAt(db, form));
    const phone = latestOf(all.filter((one) => one !== undefined));
    if (phone) link(db, { phone });
  }
  if (rows.length === AT_ONCE) return rows.at(-1)!.waId;
  db.run("INSERT INTO settings (name, value) VALUES (:DONE, 'true') ON CONFLICT DO NOTHING", {
    DONE,
  });
  return null;
}
