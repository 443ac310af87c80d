import type { mongo } from 'mongoose';
import { toRow } from '../../chat/messages/message.mongo.js';
import type { Resolved } from '../../sessions/session.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { Batch } from '../../storage/mongo/batch.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { isDuplicateKey } from '../../storage/mongo/errors.js';
import { wake } from '../queue/mailbox-row.mongo.js';
import { MongoQueueStore } from '../queue/queue.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { ErasedMessages } from './erased.mongo.js';
import { acceptedOnceErased, type Accepted, type Inbound } from './inbound.js';
import { IntakeStore } from './intake.store.js';
import { merge } from './merge.mongo.js';

type MongoBulkWriteError = mongo.MongoBulkWriteError;

interface Housed {
  message: Inbound;
  home: Resolved;
}

/**
 * The way in, in MongoDB. Accepting takes two writes, each idempotent and batched: the message, then
 * its mailbox's due time.
 */
export class MongoIntakeStore extends IntakeStore {
  private readonly accepting = new Batch<Inbound, Accepted>((batch) => this.acceptAll(batch));
  private readonly sessions: MongoSessionRepository;
  private readonly queue: MongoQueueStore;
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
    this.queue = new MongoQueueStore(db);
    this.erased = new ErasedMessages(db);
  }

  accept(message: Inbound): Promise<Accepted> {
    return this.accepting.add(message);
  }

  async finishMerge(claim: Claim): Promise<void> {
    const into = await this.sessions.resolve(claim.conversationId);
    const before = await this.db.conversations.findById(claim.conversationId).lean();
    if (!into || !before) return;
    await merge(this.db, claim.conversationId, into);
    await this.queue.release(claim, { wakes: before.wakes, crashes: 0 });
  }

  /** Answers in the order of the batch; one that fails doesn't fail its neighbours. */
  private async acceptAll(batch: Inbound[]): Promise<(Accepted | Error)[]> {
    const erased = this.erased.among(batch.map(({ id }) => id));
    const homes = await Promise.allSettled(
      batch.map((message) => {
        const wasErased = erased.then((ids) => ids.has(message.id));
        return this.sessions.getOrCreate(message, wasErased);
      }),
    );
    const housed = batch.flatMap((message, n) => {
      const home = homes[n];
      return home.status === 'fulfilled' && home.value ? [{ message, home: home.value }] : [];
    });
    const accepted = (await this.take(housed)).values();
    return batch.map(({ id }, n) => {
      const home = homes[n];
      if (home.status === 'rejected') return home.reason as Error;
      return home.value ? accepted.next().value! : acceptedOnceErased(id);
    });
  }

  private async take(housed: Housed[]): Promise<Accepted[]> {
    if (!housed.length) return [];
    await this.mergeAll(housed.map(({ home }) => home));
    const batch = housed.map(({ message }) => message);
    const conversations = housed.map(({ home }) => home.conversationId);
    const known = await this.insert(batch, conversations);
    const accepted = batch.map(({ id }, index) => ({
      conversationId: known.get(index) ?? conversations[index],
      messageId: id,
      duplicate: known.has(index),
    }));
    const mailboxes = [...new Set(accepted.map((a) => a.conversationId))];
    // The messages are durable: where their mailboxes can't be woken now, the sweep does it.
    const woken = await wake(this.db, mailboxes).catch(() => 0);
    if (woken < mailboxes.length) await this.rehome(batch, accepted);
    return accepted;
  }

  /** Before the messages that linked them. Who can't be moved now was made due: its worker does it. */
  private async mergeAll(homes: Resolved[]): Promise<void> {
    const moves = new Map(
      homes.flatMap(({ merged, conversationId }) => (merged ? [[merged, conversationId]] : [])),
    );
    const merges = [...moves].map(([from, into]) => merge(this.db, from, into));
    await Promise.allSettled(merges);
  }

  /** Conversations that were erased meanwhile: what came in after that begins others. */
  private async rehome(batch: Inbound[], accepted: Accepted[]): Promise<void> {
    const ids = accepted.map(({ conversationId }) => conversationId);
    const rows = await this.db.conversations.find({ _id: { $in: ids } }, { _id: 1 }).lean();
    const there = new Set(rows.map(({ _id }) => _id));
    for (const [index, one] of accepted.entries())
      if (!there.has(one.conversationId)) accepted[index] = await this.rehomed(batch[index], one);
  }

  /** Also one that a process left behind that died right here. */
  private async rehomed(message: Inbound, one: Accepted): Promise<Accepted> {
    const { id: _id } = message;
    if ((await this.erased.among([_id])).has(_id)) {
      await this.db.messages.deleteOne({ _id });
      return acceptedOnceErased(_id);
    }
    if (!(await this.db.messages.exists({ _id, waiting: true }))) return one;
    await this.db.sessions.deleteMany({ conversation_id: one.conversationId });
    const { conversationId } = await this.sessions.getOrCreate(message);
    await this.db.messages.updateOne({ _id }, { $set: { conversation_id: conversationId } });
    await wake(this.db, [conversationId]);
    return { ...one, conversationId };
  }

  /** Which places of the batch were there before, and in which conversation. */
  private async insert(batch: Inbound[], conversations: string[]): Promise<Map<number, string>> {
    const createdAt = Date.now();
    const rows = batch.map(({ id, text, details }, index) => {
      const conversationId = conversations[index];
      const message = { id, conversationId, text, details, createdAt } as const;
      return toRow({ ...message, role: 'user', source: 'whatsapp' }, true);
    });
    try {
      await this.db.messages.collection.insertMany(rows as never[], { ordered: false });
      return new Map();
    } catch (error) {
      const places = duplicatesOf(error);
      const ids = places.map((index) => rows[index]._id);
      const found = await this.db.messages.find({ _id: { $in: ids } }).lean();
      const byId = new Map(found.map((row) => [row._id, row.conversation_id]));
      return new Map(places.map((index) => [index, byId.get(rows[index]._id)!]));
    }
  }
}

export const open = (db: Collections): IntakeStore => new MongoIntakeStore(db);

/** One duplicate doesn't fail its neighbours in a batch; anything else fails them all. */
function duplicatesOf(error: unknown): number[] {
  const { writeErrors, result } = error as Partial<MongoBulkWriteError>;
  const errors = [writeErrors ?? []].flat();
  // Beside duplicates the driver doesn't say that the majority hasn't got the rest.
  const durable = !result?.getWriteConcernError();
  if (!durable || !errors.length || !errors.every(isDuplicateKey)) throw error;
  return errors.map(({ index }) => index);
}
