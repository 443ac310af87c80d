import { cancelTurns } from '../mailbox/turns/settlement.mongo.js';
import { consentRecords, noteConsent } from '../sessions/consent/consent-log.mongo.js';
import type { ConsentRecord } from '../sessions/consent/consent-record.js';
import { FENCE } from '../sessions/fence.mongo.js';
import { OPTED_OUT } from '../sessions/handover/handover.mongo.js';
import { MongoSessionRepository } from '../sessions/session.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { ConsentStore, type OperatorsWord } from './consent.store.js';

/** Consent in MongoDB. */
export class MongoConsentStore extends ConsentStore {
  private readonly sessions: MongoSessionRepository;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
  }

  decide(conversationId: string, word: OperatorsWord): Promise<boolean> {
    const out = word.kind === 'opted_out';
    return this.db.transaction(async (session) => {
      const _id = await this.sessions.resolve(conversationId, session);
      if (!_id) return false;
      const change = out ? OPTED_OUT : { opted_out_at: '$$REMOVE' };
      const { modifiedCount } = await this.db.conversations.updateOne(
        { _id, opted_out_at: { $exists: !out } },
        [{ $set: { ...change, ...FENCE } }],
        { session, updatePipeline: true },
      );
      if (!modifiedCount) return true;
      await noteConsent(this.db, _id, { ...word, by: 'operator' }, session);
      if (out) await cancelTurns(this.db, _id, 'opted_out', session);
      return true;
    });
  }

  page(limit: number, after?: string, conversationId?: string): Promise<ConsentRecord[]> {
    return consentRecords(this.db, limit, after, conversationId);
  }
}

export const open = (db: Collections): ConsentStore => new MongoConsentStore(db);
