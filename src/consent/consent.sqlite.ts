import { cancelTurns } from '../mailbox/turns/settlement.sqlite.js';
import { consentRecords, noteConsent } from '../sessions/consent/consent-log.sqlite.js';
import type { ConsentRecord } from '../sessions/consent/consent-record.js';
import { FENCE } from '../sessions/fence.sqlite.js';
import { waitsNoMore } from '../sessions/handover/handover.sqlite.js';
import { steps as sessions } from '../sessions/session.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { ConsentStore, OperatorsWord } from './consent.store.js';

/** Consent in SQLite. */
export const steps = {
  decide(db: Database, conversationId: string, word: OperatorsWord): boolean {
    const id = sessions.resolve(db, conversationId);
    if (!id) return false;
    const out = word.kind === 'opted_out';
    const changed = db.run(
      `UPDATE conversations SET opted_out_at = :at, ${FENCE}
       WHERE id = :id AND (opted_out_at IS NULL) = :out`,
      { id, at: out ? db.now() : null, out: out ? 1 : 0, now: db.now() },
    );
    if (!changed) return true;
    noteConsent(db, id, { ...word, by: 'operator' });
    if (out) waitsNoMore(db, id);
    if (out) cancelTurns(db, id, 'opted_out');
    return true;
  },

  page(db: Database, limit: number, after?: string, conversationId?: string): ConsentRecord[] {
    return consentRecords(db, limit, after, conversationId);
  },
};

export const open = portOf<ConsentStore>(steps, import.meta.url, ['page']);
