import type { ClientSession } from 'mongoose';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { ErasureStore } from './erasure.store.js';

/** Erasing, in MongoDB. */
export class MongoErasureStore extends ErasureStore {
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.erased = new ErasedMessages(db);
  }

  /** Whoever works on the mailbox writes to its row: one of the two is repeated, and finds none. */
  async erase(conversationId: string): Promise<boolean> {
    await this.erased.prepare();
    return this.db.transaction(async (session) => {
      const { conversations } = this.db;
      const row = await conversations.findById(conversationId, null, { session }).lean();
      if (!row) return false;
      const into = row.merged_into ?? row._id;
      const which = { $or: [{ _id: into }, { merged_into: into }] };
      const rows = await conversations.find(which, { _id: 1 }, { session }).lean();
      const ids = rows.map(({ _id }) => _id);
      await conversations.deleteMany({ _id: { $in: ids } }, { session });
      await this.remember(ids, session);
      await this.forget(ids, session);
      return true;
    });
  }

  private async remember(ids: string[], session: ClientSession): Promise<void> {
    const taken = { conversation_id: { $in: ids }, role: 'user', source: 'whatsapp' } as const;
    const messages = await this.db.messages.find(taken, { _id: 1 }, { session }).lean();
    await this.erased.add(
      messages.map(({ _id }) => _id),
      session,
    );
  }

  private async forget(ids: string[], session: ClientSession): Promise<void> {
    const { sessions, messages, turns, outbox, callbacks } = this.db;
    const theirs = { conversation_id: { $in: ids } };
    const sent = await outbox.find(theirs, { sid: 1 }, { session }).lean();
    const sids = sent.flatMap(({ sid }) => sid ?? []);
    await callbacks.deleteMany({ sid: { $in: sids } }, { session });
    await outbox.deleteMany(theirs, { session });
    await turns.deleteMany(theirs, { session });
    await messages.deleteMany(theirs, { session });
    await sessions.deleteMany(theirs, { session });
  }
}

export const open = (db: Collections): ErasureStore => new MongoErasureStore(db);
