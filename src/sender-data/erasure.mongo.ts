import type { ClientSession } from 'mongoose';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { type Timestamp, nextInOrder } from '../storage/mongo/rows/message.js';
import { ErasureStore } from './erasure.store.js';

/** One step deletes at most so many messages, turns and parts: it takes far less than a second. */
const AT_ONCE = 500;

/** Erasure in MongoDB. */
export class MongoErasureStore extends ErasureStore {
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.erased = new ErasedMessages(db);
  }

  /**
   * Deletes the mailboxes and the addresses, and notes what is still to be deleted. A worker of such
   * a mailbox, which writes to the same row, conflicts with it: one of the two runs again, and the
   * worker then finds no mailbox.
   */
  async begin(conversationId: string): Promise<string[]> {
    await this.erased.prepare();
    return this.db.transaction(async (session) => {
      const { conversations, sessions, erasures } = this.db;
      const row = await conversations.findById(conversationId, null, { session }).lean();
      if (!row) return this.begunWith(conversationId, session);
      const into = row.merged_into ?? row._id;
      const which = { $or: [{ _id: into }, { merged_into: into }] };
      const rows = await conversations.find(which, { _id: 1 }, { session }).lean();
      const ids = rows.map(({ _id }) => _id);
      await conversations.deleteMany({ _id: { $in: ids } }, { session });
      const theirs = { conversation_id: { $in: ids } };
      const addresses = await sessions.find(theirs, { wa_id: 1 }, { session }).lean();
      const sent_to = { $in: addresses.map(({ wa_id }) => wa_id) };
      await this.db.testSends.deleteMany({ sent_to }, { session });
      await sessions.deleteMany(theirs, { session });
      const begun = ids.map((_id) => ({ _id, into, seq: nextInOrder() }));
      await erasures.collection.insertMany(begun as never[], { session });
      return ids;
    });
  }

  private async begunWith(_id: string, session: ClientSession): Promise<string[]> {
    const row = await this.db.erasures.findById(_id, null, { session }).lean();
    if (!row) return [];
    const all = await this.db.erasures.find({ into: row.into }, null, { session }).lean();
    return all.map((each) => each._id);
  }

  begun(): Promise<string[]> {
    return this.db.erasures.distinct('_id');
  }

  async eraseSome(conversationId: string, most = AT_ONCE): Promise<boolean> {
    await this.erased.prepare();
    return this.db.transaction(async (session) => {
      const erasure = await this.db.erasures.findById(conversationId, null, { session }).lean();
      if (!erasure) return false;
      const { _id, seq } = erasure;
      const counts = [
        await this.someMessages(_id, seq, most, session),
        await this.someParts(_id, most, session),
        await this.someTurns(_id, most, session),
      ];
      if (counts.some((count) => count === most)) return true;
      await this.db.erasures.deleteOne({ _id }, { session });
      return false;
    });
  }

  /** Deletes some messages. The sender's own are remembered, so that none is accepted again. */
  private async someMessages(
    conversation_id: string,
    last: Timestamp,
    most: number,
    session: ClientSession,
  ): Promise<number> {
    const { messages } = this.db;
    const fields = { _id: 1, role: 1, source: 1 };
    const rows = await messages
      .find({ conversation_id, seq: { $lte: last } }, fields, { session })
      .limit(most)
      .lean();
    const taken = rows.filter(({ role, source }) => role === 'user' && source === 'whatsapp');
    await this.erased.add(idsOf(taken), session);
    await messages.deleteMany({ _id: { $in: idsOf(rows) } }, { session });
    return rows.length;
  }

  /** Deletes some parts, and with them what was heard of them. */
  private async someParts(
    conversation_id: string,
    most: number,
    session: ClientSession,
  ): Promise<number> {
    const { outbox } = this.db;
    const rows = await outbox.find({ conversation_id }, { _id: 1 }, { session }).limit(most).lean();
    await outbox.deleteMany({ _id: { $in: idsOf(rows) } }, { session });
    return rows.length;
  }

  private async someTurns(
    conversation_id: string,
    most: number,
    session: ClientSession,
  ): Promise<number> {
    const { turns } = this.db;
    const rows = await turns.find({ conversation_id }, { _id: 1 }, { session }).limit(most).lean();
    await turns.deleteMany({ _id: { $in: idsOf(rows) } }, { session });
    return rows.length;
  }
}

export const open = (db: Collections): ErasureStore => new MongoErasureStore(db);

function idsOf(rows: { _id: string }[]): string[] {
  return rows.map(({ _id }) => _id);
}
