import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { type Action, type Entry, type Link, linked, type Result } from './audit.entry.js';
import {
  type Audited,
  type AuditFilter,
  type AuditStore,
  LOT,
  MOST_ENTRIES,
} from './audit.store.js';

interface Row {
  seq: number;
  text: string;
  result: string | null;
}

/** The audit log in SQLite. */
export const steps = {
  append(db: Database, entry: Entry, key: string): void {
    const last = db.get<Link>('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1');
    const link = linked(entry, last, key);
    const { name, action, target } = columnsOf(entry);
    db.run(
      `INSERT INTO audit_log (seq, kind, id, name, action, target, before, text, hash)
       VALUES (:seq, :kind, :id, :name, :action, :target, :before, :text, :hash)`,
      { ...link, kind: entry.kind, id: entry.id, name, action, target },
    );
    if (link.seq % LOT === 0)
      db.run('DELETE FROM audit_log WHERE seq <= :seq', { seq: link.seq - MOST_ENTRIES });
  },

  page(db: Database, filter: AuditFilter, limit: number, before?: number): Audited[] {
    const names = (['name', 'action', 'target'] as const).filter((one) => filter[one]);
    const wanted = names.map((one) => `AND a.${one} = :${one}`).join(' ');
    const rows = db.all<Row>(
      `SELECT a.seq, a.text,
              (SELECT r.text FROM audit_log r WHERE r.id = a.id AND r.kind = 'result') AS result
       FROM audit_log a WHERE a.kind = 'action' AND a.seq < :before ${wanted}
       ORDER BY a.seq DESC LIMIT :limit`,
      {
        before: before ?? Number.MAX_SAFE_INTEGER,
        limit,
        ...Object.fromEntries(names.map((one) => [one, filter[one]!])),
      },
    );
    return rows.map(({ seq, text, result }) => ({
      seq,
      action: JSON.parse(text) as Action,
      ...(result && { result: JSON.parse(result) as Result }),
    }));
  },

  links(db: Database, after: number, limit: number): Link[] {
    return db.all<Link>(
      `SELECT seq, before, text, hash FROM audit_log WHERE seq > :after ORDER BY seq LIMIT :limit`,
      { after, limit },
    );
  },
};

export const open = portOf<AuditStore>(steps, import.meta.url, ['page', 'links']);

function columnsOf(entry: Entry) {
  if (entry.kind === 'result') return { name: null, action: null, target: null };
  const { name, action, target } = entry;
  return { name, action, target };
}
