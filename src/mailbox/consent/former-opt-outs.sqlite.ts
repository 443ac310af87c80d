import { noteConsent } from '../../sessions/consent/consent-log.sqlite.js';
import { personHash } from '../../sessions/consent/keyed-hash.sqlite.js';
import { waitsNoMore } from '../../sessions/handover/handover.sqlite.js';
import { keysIn } from '../../sessions/session-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { BEFORE_ERASURE, type FormerOptOuts } from './former-opt-outs.js';

/** Opt-outs of who was erased, in SQLite. */
export const steps = {
  restore(db: Database, id: string): boolean {
    if (!hasAny(db)) return false;
    const hashes = keysIn(db, id).map((address) => personHash(db, address));
    const known = hashes.filter((hash) => isKnown(db, hash));
    if (!known.length) return false;
    for (const hash of known) db.run('DELETE FROM opted_out_people WHERE hash = :hash', { hash });
    db.run(
      `UPDATE conversations SET opted_out_at = :now
       WHERE id = :id AND opted_out_at IS NULL`,
      { id, now: db.now() },
    );
    waitsNoMore(db, id);
    noteConsent(db, id, { kind: 'opted_out', by: 'sender', reason: BEFORE_ERASURE });
    return true;
  },

  knows(db: Database, waId: string): boolean {
    return hasAny(db) && isKnown(db, personHash(db, waId));
  },
};

export const open = portOf<FormerOptOuts>(steps, import.meta.url);

function hasAny(db: Database): boolean {
  return !!db.get('SELECT 1 FROM opted_out_people LIMIT 1');
}

function isKnown(db: Database, hash: string): boolean {
  return !!db.get('SELECT 1 FROM opted_out_people WHERE hash = :hash', { hash });
}
