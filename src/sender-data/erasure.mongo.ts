import type { ClientSession } from 'mongoose';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { ErasureStore } from './erasure.store.js';

/** Erasure in MongoDB. */
export class MongoErasureStore extends ErasureStore {
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.erased = new ErasedMessages(db);
  }

  /**
   * Deletes everything in one transaction. A worker of this mailbox, which writes to the same row,
   * conflicts with it: one of the two runs again, and the worker then finds no mailbox.
   */
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
      await this.noteErased(ids, session);
      await this.deleteRows(ids, session);
      return true;
    });
  }

  /** Remembers the senders' messages as erased, so that none is accepted again. */
  private async noteErased(ids: string[], session: ClientSession): Promise<void> {
    const taken = { conversation_id: { $in: ids }, role: 'user', source: 'whatsapp' } as const;
    const messages = await this.db.messages.find(taken, { _id: 1 }, { session }).lean();
    await this.erased.add(
      messages.map(({ _id }) => _id),
      session,
    );
  }

  private async deleteRows(ids: string[], session: ClientSession): Promise<void> {
    const { sessions, messages, turns, outbox, callbacks } = this.db;
    const theirs = { conversation_id: { $in: ids } };
    const sent = await outbox.find(theirs, { sid: 1 }, { session }).lean();
    const sids = sent.flatMap(({ sid }) => sid ?? []);
    await callbacks.deleteMany({ sid: { $in: sids } }, { session });
    const addresses = await sessions.find(theirs, { wa_id: 1 }, { session }).lean();
    const sent_to = { $in: addresses.map(({ wa_id }) => wa_id) };
    await this.db.testSends.deleteMany({ sent_to }, { session });
    await outbox.deleteMany(theirs, { session });
    await turns.deleteMany(theirs, { session });
    await messages.deleteMany(theirs, { session });
    await sessions.deleteMany(theirs, { session });
  }
}

export const open = (db: Collections): ErasureStore => new MongoErasureStore(db);
