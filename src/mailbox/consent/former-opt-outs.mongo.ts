import { noteConsent } from '../../sessions/consent/consent-log.mongo.js';
import { personHashes } from '../../sessions/consent/keyed-hash.mongo.js';
import { OPTED_OUT } from '../../sessions/handover/handover.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { BEFORE_ERASURE, FormerOptOuts } from './former-opt-outs.js';

/** Opt-outs of who was erased, in MongoDB. */
export class MongoFormerOptOuts extends FormerOptOuts {
  constructor(private readonly db: Collections) {
    super();
  }

  async restore(_id: string): Promise<boolean> {
    const { conversations, optedOutPeople } = this.db;
    if (!(await optedOutPeople.exists({}))) return false;
    const rows = await this.db.sessions.find({ conversation_id: _id }, { wa_id: 1 }).lean();
    const addresses = rows.map(({ wa_id }) => wa_id);
    const which = { _id: { $in: await personHashes(this.db, addresses) } };
    if (!(await optedOutPeople.exists(which))) return false;
    return this.db.transaction(async (session) => {
      const { deletedCount } = await optedOutPeople.deleteMany(which, { session });
      if (!deletedCount) return false;
      await conversations.updateOne(
        { _id, opted_out_at: { $exists: false } },
        [{ $set: OPTED_OUT }],
        { session, updatePipeline: true },
      );
      const news = { kind: 'opted_out', by: 'sender', reason: BEFORE_ERASURE } as const;
      await noteConsent(this.db, _id, news, session);
      return true;
    });
  }

  async knows(waId: string): Promise<boolean> {
    const which = { _id: { $in: await personHashes(this.db, [waId]) } };
    return !!(await this.db.optedOutPeople.exists(which));
  }
}

export const open = (db: Collections): FormerOptOuts => new MongoFormerOptOuts(db);
