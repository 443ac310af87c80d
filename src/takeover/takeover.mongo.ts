import type { ClientSession, Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../chat/messages/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../sessions/conversation.mongo.js';
import { FENCE } from '../sessions/fence.mongo.js';
import { MongoSessionRepository } from '../sessions/session.mongo.js';
import { isDuplicateKey } from '../storage/mongo/duplicate-key.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { TakeoverStore, type Replied, type Reply } from './takeover.store.js';
import { lastInboundAt } from '../mailbox/turns/received.mongo.js';
import { cancelTurns } from '../mailbox/turns/settlement.mongo.js';
import { insertTurn } from '../mailbox/turns/turn-insert.mongo.js';
import {
  OutboxSchema,
  TurnSchema,
  type OutboxRow,
  type TurnRow,
} from '../mailbox/turns/turn-row.mongo.js';
import { wakeNow } from '../mailbox/queue/wake.mongo.js';

/** The desk on MongoDB. */
export class MongoTakeoverStore extends TakeoverStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly sessions: MongoSessionRepository,
    private readonly conversations: Model<ConversationRow>,
    private readonly turns: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
    private readonly messages: Model<MessageRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoTakeoverStore> {
    return new MongoTakeoverStore(
      mongo,
      await MongoSessionRepository.open(mongo),
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
      await mongo.model('messages', MessageSchema),
    );
  }

  takeOver(conversationId: string): Promise<boolean> {
    const { mongo, turns, outbox } = this;
    return this.withOne(conversationId, async (_id, session) => {
      const { modifiedCount } = await this.conversations.updateOne(
        { _id, taken_at: { $exists: false } },
        [{ $set: { taken_at: '$$NOW', ...FENCE } }],
        { session, updatePipeline: true },
      );
      if (modifiedCount) await cancelTurns({ mongo, turns, outbox }, _id, 'human', session);
    });
  }

  release(conversationId: string): Promise<boolean> {
    return this.withOne(conversationId, async (_id, session) => {
      await this.conversations.updateOne({ _id }, { $unset: { taken_at: 1 } }, { session });
    });
  }

  /** With the one that the id stands for: who merges it at that moment is seen, or collides. */
  private withOne(
    conversationId: string,
    work: (id: string, session: ClientSession) => Promise<void>,
  ): Promise<boolean> {
    return this.mongo.transaction(async (session) => {
      const id = await this.sessions.resolve(conversationId, session);
      if (id) await work(id, session);
      return !!id;
    });
  }

  /** Two with the same key at once: one of them is repeated and finds the other's. */
  async reply(conversationId: string, reply: Reply): Promise<Replied> {
    const id = await this.sessions.resolve(conversationId);
    if (!id) return { kind: 'unknown' };
    const key = reply.key === undefined ? undefined : `${conversationId} ${reply.key}`;
    try {
      return await this.mongo.transaction((session) => this.keep(id, reply, key, session));
    } catch (error) {
      if (isDuplicateKey(error)) return this.reply(conversationId, reply);
      throw error;
    }
  }

  private async keep(
    _id: string,
    { turnId, text, parts, windowMs }: Reply,
    reply_key: string | undefined,
    session: ClientSession,
  ): Promise<Replied> {
    const former = reply_key && (await this.replied({ reply_key }, session));
    if (former) return { kind: 'repeated', ...former };
    // Written to at once: opting out and erasing collide with it.
    await wakeNow(this.conversations, [_id], session);
    const row = await this.conversations.findById(_id, null, { session }).lean<ConversationRow>();
    if (!row) return { kind: 'unknown' };
    if (row.opted_out_at) return { kind: 'opted out' };
    const last = await lastInboundAt(this.messages, _id, session);
    if (last === undefined) return { kind: 'no address' };
    if (Date.now() > last + windowMs) return { kind: 'window closed' };
    const content = { turnId, limited: false, answer: text, parts, mode: 'person' };
    const { mongo, turns, outbox, messages } = this;
    await insertTurn({ mongo, turns, outbox, messages }, _id, content, session);
    if (reply_key) {
      await this.turns.updateOne({ _id: turnId }, { $set: { reply_key } }, { session });
    }
    return { kind: 'stored', ...(await this.replied({ _id: turnId }, session))! };
  }

  private async replied(which: Partial<TurnRow>, session: ClientSession) {
    const row = await this.turns.findOne(which, null, { session }).lean<TurnRow>();
    return row && { id: row._id, text: row.answer!, createdAt: row.created_at.getTime() };
  }
}
