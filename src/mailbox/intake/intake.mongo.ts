import type { Model, mongo } from 'mongoose';
import { MessageSchema, toRow, type MessageRow } from '../../chat/messages/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../../sessions/conversation.mongo.js';
import { SessionSchema, type SessionRow } from '../../sessions/session-row.mongo.js';
import type { Resolved } from '../../sessions/session.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { isDuplicateKey } from '../../storage/mongo/duplicate-key.js';
import type { HeldRows } from '../../storage/mongo/held-rows.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import { ErasedMessages } from './erased.mongo.js';
import { acceptedOnceErased } from './erased.js';
import { forward } from './merge.mongo.js';
import type { Accepted, Inbound } from './inbound.js';
import { OutboxSchema, TurnSchema, type OutboxRow, type TurnRow } from '../turns/turn-row.mongo.js';
import { wake } from '../queue/wake.mongo.js';

type MongoBulkWriteError = mongo.MongoBulkWriteError;

interface Housed {
  message: Inbound;
  home: Resolved;
}

/** Takes batches of messages in: each is stored, then its mailbox's due time. */
export class MongoIntake {
  private constructor(
    private readonly mongo: Mongo,
    private readonly sessions: MongoSessionRepository,
    private readonly erased: ErasedMessages,
    private readonly conversations: Model<ConversationRow>,
    private readonly messages: Model<MessageRow>,
    private readonly addresses: Model<SessionRow>,
    private readonly held: HeldRows,
  ) {}

  static async open(mongo: Mongo, held: HeldRows): Promise<MongoIntake> {
    await mongo.model<TurnRow>('turns', TurnSchema);
    await mongo.model<OutboxRow>('outbox', OutboxSchema);
    return new MongoIntake(
      mongo,
      await MongoSessionRepository.open(mongo),
      await ErasedMessages.open(mongo),
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('messages', MessageSchema),
      await mongo.model('whatsapp_sessions', SessionSchema),
      held,
    );
  }

  /** Answers in the order of the batch; one that fails doesn't fail its neighbours. */
  async acceptAll(batch: Inbound[]): Promise<(Accepted | Error)[]> {
    const [erased, known] = await Promise.all([
      this.erased.among(batch.map(({ id }) => id)),
      this.sessions.knownOf(batch),
    ]);
    const rest = erased.size ? batch.filter(({ id }) => !erased.has(id)) : batch;
    const homes = await this.sessions.getOrCreateAll(rest, known);
    const housed = rest.flatMap((message, n) => {
      const home = homes[n];
      return home instanceof Error ? [] : [{ message, home }];
    });
    const accepted = (await this.take(housed)).values();
    const answers = homes.map((h) => (h instanceof Error ? h : accepted.next().value!)).values();
    return batch.map(({ id }) => (erased.has(id) ? acceptedOnceErased(id) : answers.next().value!));
  }

  private async take(housed: Housed[]): Promise<Accepted[]> {
    if (!housed.length) return [];
    await this.forwardAll(housed.map(({ home }) => home));
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
    const woken = await wake(this.conversations, mailboxes, this.held).catch(() => 0);
    if (woken < mailboxes.length) await this.rehome(batch, accepted);
    return accepted;
  }

  /** Before the messages that linked them. Who can't be moved now was made due: its worker does it. */
  private async forwardAll(homes: Resolved[]): Promise<void> {
    const moves = new Map(
      homes.flatMap(({ merged, conversationId }) => (merged ? [[merged, conversationId]] : [])),
    );
    const forwards = [...moves].map(([from, into]) => forward(this.mongo, from, into));
    await Promise.allSettled(forwards);
  }

  /** Conversations that were erased meanwhile: what came in after that begins others. */
  private async rehome(batch: Inbound[], accepted: Accepted[]): Promise<void> {
    const ids = accepted.map(({ conversationId }) => conversationId);
    const rows = await this.conversations.find({ _id: { $in: ids } }, { _id: 1 }).lean();
    const there = new Set(rows.map(({ _id }) => _id));
    for (const [index, one] of accepted.entries())
      if (!there.has(one.conversationId)) accepted[index] = await this.rehomed(batch[index], one);
  }

  /** Also one that a process left behind that died right here. */
  private async rehomed(message: Inbound, one: Accepted): Promise<Accepted> {
    const { id: _id } = message;
    if ((await this.erased.among([_id])).has(_id)) {
      await this.messages.deleteOne({ _id });
      return acceptedOnceErased(_id);
    }
    if (!(await this.messages.exists({ _id, waiting: true }))) return one;
    await this.addresses.deleteMany({ conversation_id: one.conversationId });
    const { conversationId } = await this.sessions.getOrCreate(message);
    await this.messages.updateOne({ _id }, { $set: { conversation_id: conversationId } });
    await wake(this.conversations, [conversationId], this.held);
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
      await this.messages.collection.insertMany(rows as never[], { ordered: false });
      return new Map();
    } catch (error) {
      const places = duplicatesOf(error);
      const ids = places.map((index) => rows[index]._id);
      const found = await this.messages.find({ _id: { $in: ids } }).lean<MessageRow[]>();
      const byId = new Map(found.map((row) => [row._id, row.conversation_id]));
      return new Map(places.map((index) => [index, byId.get(rows[index]._id)!]));
    }
  }
}

/** One duplicate doesn't fail its neighbours in a batch; anything else fails them all. */
function duplicatesOf(error: unknown): number[] {
  const { writeErrors, result } = error as Partial<MongoBulkWriteError>;
  const errors = [writeErrors ?? []].flat();
  // Beside duplicates the driver doesn't say that the majority hasn't got the rest.
  const durable = !result?.getWriteConcernError();
  if (!durable || !errors.length || !errors.every(isDuplicateKey)) throw error;
  return errors.map(({ index }) => index);
}
