import type { ClientSession } from 'mongoose';
import { MessageSchema } from '../chat/messages/message.mongo.js';
import { ConversationSchema } from '../sessions/conversation.mongo.js';
import { SessionSchema } from '../sessions/session-row.mongo.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import { ErasureStore } from './erasure.store.js';
import { CallbackSchema, OutboxSchema, TurnSchema } from '../mailbox/turns/turn-row.mongo.js';

type Models = Awaited<ReturnType<typeof modelsOf>>;

async function modelsOf(mongo: Mongo) {
  return {
    conversations: await mongo.model('conversations', ConversationSchema),
    sessions: await mongo.model('whatsapp_sessions', SessionSchema),
    messages: await mongo.model('messages', MessageSchema),
    turns: await mongo.model('turns', TurnSchema),
    outbox: await mongo.model('outbox', OutboxSchema),
    callbacks: await mongo.model('status_callbacks', CallbackSchema),
  };
}

/** Erasing on MongoDB. */
export class MongoErasureStore extends ErasureStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly erased: ErasedMessages,
    private readonly models: Models,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoErasureStore> {
    return new MongoErasureStore(mongo, await ErasedMessages.open(mongo), await modelsOf(mongo));
  }

  /** Whoever works on the mailbox writes to its row: one of the two is repeated, and finds none. */
  async erase(conversationId: string): Promise<boolean> {
    await this.erased.prepare();
    return this.mongo.transaction(async (session) => {
      const { conversations } = this.models;
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
    const messages = await this.models.messages.find(taken, { _id: 1 }, { session }).lean();
    await this.erased.add(
      messages.map(({ _id }) => _id),
      session,
    );
  }

  private async forget(ids: string[], session: ClientSession): Promise<void> {
    const { sessions, messages, turns, outbox, callbacks } = this.models;
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
