import { toRow } from '../../chat/messages/message.mongo.js';
import type { Resolved } from '../../sessions/session.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { Batch } from '../../storage/mongo/batch.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { duplicatesOf } from '../../storage/mongo/errors.js';
import { overACut } from '../../storage/mongo/cuts/over-a-cut.js';
import { busyOf } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { ErasedMessages } from './erased.mongo.js';
import { acceptedOnceErased, type Accepted, type Inbound } from './inbound.js';
import { IntakeStore } from './intake.store.js';
import { inherit, mergeSome } from './merge.mongo.js';
import { wakeAll } from './waking.mongo.js';

/** A message and the conversation that it belongs to. */
interface Assigned {
  message: Inbound;
  conversation: Resolved;
}

/**
 * Accepts messages in MongoDB, with two writes, which are batched and idempotent: it inserts the
 * messages, then makes their mailboxes due.
 */
export class MongoIntakeStore extends IntakeStore {
  private readonly accepting = new Batch<Inbound, Accepted>((batch) => this.acceptAll(batch));
  private readonly sessions: MongoSessionRepository;
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
    this.erased = new ErasedMessages(db);
  }

  accept(message: Inbound): Promise<Accepted> {
    return overACut(() => this.accepting.add(message));
  }

  mergeSome(claim: Claim, most?: number): Promise<boolean> {
    return mergeSome(this.db, claim, most);
  }

  /** Returns results in the order of the batch. A message that fails doesn't fail the others. */
  private async acceptAll(batch: Inbound[]): Promise<(Accepted | Error)[]> {
    const stored = once(() => this.storedAmong(batch));
    const resolved = await this.resolveAll(batch, stored);
    const assigned = batch.flatMap((message, n) => {
      const found = resolved[n];
      if (found.status === 'rejected' || !found.value) return [];
      return [{ message, conversation: found.value }];
    });
    const accepted = (await this.store(assigned)).values();
    // It was looked for by now, if one of them is there already.
    const known = resolved.some((one) => one.status === 'fulfilled' && !one.value)
      ? await stored()
      : new Map<string, string>();
    return batch.map(({ id }, n) => {
      const found = resolved[n];
      if (found.status === 'rejected') return found.reason as Error;
      if (found.value) return accepted.next().value!;
      const conversationId = known.get(id);
      if (!conversationId) return acceptedOnceErased(id);
      return { conversationId, messageId: id, duplicate: true, busy: false };
    });
  }

  /** Which of these messages are stored already, and in which conversations, if those are there. */
  private async storedAmong(batch: Inbound[]): Promise<Map<string, string>> {
    const which = { _id: { $in: batch.map(({ id }) => id) } };
    const rows = await this.db.messages.find(which, { conversation_id: 1 }).lean();
    const there = await this.conversationsAmong(rows.map((row) => row.conversation_id));
    const kept = rows.filter((row) => there.has(row.conversation_id));
    return new Map(kept.map((row) => [row._id, row.conversation_id]));
  }

  private async conversationsAmong(ids: string[]): Promise<Set<string>> {
    if (!ids.length) return new Set();
    const rows = await this.db.conversations.find({ _id: { $in: ids } }, { _id: 1 }).lean();
    return new Set(rows.map(({ _id }) => _id));
  }

  /**
   * Finds or makes the conversation of each message. It is null for a message that was erased, and for
   * one that is stored already where a sender's address would be led to another conversation: an old
   * webhook that comes again says nothing new of whose it is.
   */
  private resolveAll(batch: Inbound[], stored: () => Promise<Map<string, string>>) {
    const all = this.erased.among(batch.map(({ id }) => id));
    return Promise.allSettled(
      batch.map((message) => {
        const erased = all.then((ids) => ids.has(message.id));
        const known = async () => (await stored()).has(message.id);
        return this.sessions.getOrCreate(message, { erased, known });
      }),
    );
  }

  /** Inserts the messages and wakes their mailboxes. */
  private async store(assigned: Assigned[]): Promise<Accepted[]> {
    if (!assigned.length) return [];
    await this.inheritAll(assigned.map(({ conversation }) => conversation));
    const batch = assigned.map(({ message }) => message);
    const conversations = assigned.map(({ conversation }) => conversation.conversationId);
    const known = await this.insert(batch, conversations);
    const accepted = batch.map(({ id }, index) => ({
      conversationId: known.get(index) ?? conversations[index],
      messageId: id,
      duplicate: known.has(index),
      busy: false,
    }));
    const mailboxes = [...new Set(accepted.map((a) => a.conversationId))];
    // The messages are durable now. The sweep wakes the mailboxes that can't be woken here.
    const [woken, busy] = await Promise.all([
      wakeAll(this.db, accepted, batch).catch(() => 0),
      // Where that can't be told, all of them may be.
      busyOf(this.db, mailboxes).catch(() => mailboxes),
    ]);
    const inWork = new Set(busy);
    for (const one of accepted) one.busy = !one.duplicate && inWork.has(one.conversationId);
    if (woken < mailboxes.length) await this.moveFromErased(batch, accepted);
    return accepted;
  }

  /**
   * Does of a merge what takes no time. Linking has made the merged mailbox due: a worker moves its
   * contents, which may be many, and does this, too, if it can't be done now.
   */
  private async inheritAll(resolved: Resolved[]): Promise<void> {
    const moves = new Map(
      resolved.flatMap(({ merged = [], conversationId }) =>
        merged.map((younger) => [younger, conversationId] as const),
      ),
    );
    await Promise.allSettled([...moves].map(([from, into]) => inherit(this.db, from, into)));
  }

  /** Moves messages into new conversations whose own were erased while they were accepted. */
  private async moveFromErased(batch: Inbound[], accepted: Accepted[]): Promise<void> {
    const ids = accepted.map(({ conversationId }) => conversationId);
    const there = await this.conversationsAmong(ids);
    for (const [index, one] of accepted.entries())
      if (!there.has(one.conversationId)) accepted[index] = await this.moveOne(batch[index], one);
  }

  /**
   * Moves one message into a new conversation, unless the message itself was erased. A process may
   * die during this; when Twilio then repeats the webhook, the message is a duplicate and is moved.
   */
  private async moveOne(message: Inbound, one: Accepted): Promise<Accepted> {
    const { id: _id } = message;
    if ((await this.erased.among([_id])).has(_id)) {
      await this.erased.add([_id]);
      await this.db.messages.deleteOne({ _id });
      return acceptedOnceErased(_id);
    }
    if (!(await this.db.messages.exists({ _id, waiting: true }))) return one;
    await this.db.sessions.deleteMany({ conversation_id: one.conversationId });
    const { conversationId } = await this.sessions.getOrCreate(message);
    await this.db.messages.updateOne({ _id }, { $set: { conversation_id: conversationId } });
    await wakeAll(this.db, [{ ...one, conversationId }], [message]);
    return { ...one, conversationId };
  }

  /**
   * Inserts a batch. Returns which of its messages were stored before, and in which conversation.
   */
  private async insert(batch: Inbound[], conversations: string[]): Promise<Map<number, string>> {
    const now = Date.now();
    const rows = batch.map(({ id, text, details, receivedAt, received }, index) => {
      const createdAt = receivedAt ?? now;
      const conversationId = conversations[index];
      const message = { id, conversationId, text, details, createdAt, received } as const;
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

/** Asks at most once. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

export const open = (db: Collections): IntakeStore => new MongoIntakeStore(db);
