import type { ClientSession } from 'mongoose';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { type Timestamp, nextInOrder } from '../storage/mongo/rows/message.js';
import { addressIn } from '../config/lines/line-address.js';
import { formsOf } from '../sessions/phones/forms.js';
import { keepConsent } from './kept-consent.mongo.js';
import { ErasureStore } from './erasure.store.js';

/** One step deletes at most so many messages, turns and parts: others write in between. */
const AT_ONCE = 250;

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
      const { conversations, erasures } = this.db;
      const row = await conversations.findById(conversationId, null, { session }).lean();
      if (!row) return this.begunWith(conversationId, session);
      const into = row.merged_into ?? row._id;
      const which = { $or: [{ _id: into }, { merged_into: into }] };
      const rows = await conversations.find(which, { _id: 1 }, { session }).lean();
      const ids = rows.map(({ _id }) => _id);
      await deleteConversations(this.db, ids, session);
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

  /**
   * Needs no transaction: a message's hash is stored before the message is deleted, and what a dead
   * process left is found again.
   */
  async eraseSome(conversationId: string, most = AT_ONCE): Promise<boolean> {
    const { erasures, outbox, turns } = this.db;
    const erasure = await erasures.findById(conversationId).lean();
    if (!erasure) return false;
    const { _id, seq } = erasure;
    const counts = await Promise.all([
      this.someMessages(_id, seq, most),
      this.some(outbox.collection, _id, most),
    ]);
    if (counts.some((count) => count === most)) return true;
    // A part always has its turn: a callback may still come for it.
    if ((await this.some(turns.collection, _id, most)) === most) return true;
    await erasures.deleteOne({ _id });
    return false;
  }

  /** Deletes some messages. The sender's own are remembered, so that none is accepted again. */
  private async someMessages(
    conversation_id: string,
    last: Timestamp,
    most: number,
  ): Promise<number> {
    const { messages } = this.db;
    const which = { conversation_id, seq: { $lte: last } };
    const rows = await messages.find(which, { role: 1, source: 1 }).limit(most).lean();
    const taken = rows.filter(({ role, source }) => role === 'user' && source === 'whatsapp');
    await this.erased.add(taken.map(({ _id }) => _id));
    const ids = rows.map(({ _id }) => _id);
    await deleteMessages(this.db, ids, which);
    return rows.length;
  }

  private async some(rows: Rows, conversation_id: string, most: number): Promise<number> {
    const some = rows.find({ conversation_id }, { projection: { _id: 1 } }).limit(most);
    const ids = (await some.toArray()).map(({ _id }) => _id);
    await rows.deleteMany({ _id: { $in: ids } });
    return ids.length;
  }
}

/** Deletes conversations with their mailboxes, and what hangs on their addresses; not their messages. */
export async function deleteConversations(
  db: Collections,
  ids: string[],
  session: ClientSession,
): Promise<void> {
  const out = { _id: { $in: ids }, opted_out_at: { $exists: true } } as const;
  const optedOut = await db.conversations.findOne(out, null, { session }).lean();
  await db.conversations.deleteMany({ _id: { $in: ids } }, { session });
  const theirs = { conversation_id: { $in: ids } };
  const addresses = await db.sessions.find(theirs, { wa_id: 1 }, { session }).lean();
  const sent_to = { $in: addresses.flatMap(({ wa_id }) => formsOf(addressIn(wa_id))) };
  await db.testSends.deleteMany({ sent_to }, { session });
  const waIds = addresses.map(({ wa_id }) => wa_id).toSorted();
  await keepConsent(db, { ids, waIds, since: optedOut?.opted_out_at }, session);
  await db.sessions.deleteMany(theirs, { session });
  await db.announcements.deleteMany(theirs, { session });
}

/** Deletes messages, as far as they still are `which`, and before them what hangs on them. */
export async function deleteMessages(db: Collections, ids: string[], which = {}): Promise<void> {
  await db.traces.deleteMany({ _id: { $in: ids } });
  await db.evaluationCases.deleteMany({ answer_id: { $in: ids } });
  await db.curated.updateMany({ message_id: { $in: ids } }, { $unset: { message_id: 1 } });
  await db.messages.deleteMany({ ...which, _id: { $in: ids } });
}

/** Parts or turns, as the driver knows them. */
type Rows = Collections['turns']['collection'];

export const open = (db: Collections): ErasureStore => new MongoErasureStore(db);
