import mongoose, { type ClientSession } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { NEW_CONVERSATION } from '../../storage/mongo/rows/conversation.js';
import { type MessageRow, nextInOrder, type Timestamp } from '../../storage/mongo/rows/message.js';
import { readContent, type Message } from './message.js';
import { MessageRepository } from './message.repository.js';

/** A message as MongoDB stores it. `waiting`: a turn will cover it later. */
export function toRow(message: Message, waiting: boolean): MessageRow {
  const { id, conversationId, role, source, text, details, turnId, createdAt, received } = message;
  return {
    _id: id,
    seq: nextInOrder(),
    conversation_id: conversationId,
    role,
    source,
    text,
    created_at: new Date(createdAt),
    ...(details !== undefined && { details }),
    ...(received && { received }),
    ...(turnId && { turn_id: turnId }),
    ...(waiting && { waiting }),
  };
}

/** All but how it came, which few ask for. */
const SHOWN = { received: 0 } as const;

/** A message as it was read from MongoDB. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row._id,
    conversationId: row.conversation_id,
    role: row.role,
    source: row.source,
    ...readContent({
      text: row.text,
      details: row.details,
      createdAt: row.created_at instanceof Date && row.created_at.getTime(),
    }),
    ...(row.turn_id && { turnId: row.turn_id }),
  };
}

/** Messages in MongoDB. */
export class MongoMessageRepository extends MessageRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async keep(messages: Message[]): Promise<void> {
    const row = await this.db.conversations.findById(messages[0].conversationId).lean();
    if (!row) return;
    const conversationId = row.merged_into ?? row._id;
    await this.insert(messages.map((message) => ({ ...message, conversationId })));
  }

  begin(messages: Message[]): Promise<void> {
    return this.db.transaction(async (session) => {
      await this.db.conversations.updateOne(
        { _id: messages[0].conversationId },
        { $setOnInsert: { created_at: new Date(), ...NEW_CONVERSATION } },
        { upsert: true, session },
      );
      await this.insert(messages, session);
    });
  }

  /** Uses the driver itself: Mongoose would build a document for each row only to discard it. */
  private async insert(messages: Message[], session?: ClientSession): Promise<void> {
    const rows = messages.map((message) => toRow(message, false));
    await this.db.messages.collection.insertMany(rows as never[], { session });
  }

  async history(conversationId: string, limit: number): Promise<Message[]> {
    const rows = await this.db.messages
      .find({ conversation_id: conversationId, waiting: { $exists: false } }, SHOWN)
      .sort({ seq: -1 })
      .limit(limit)
      .lean<MessageRow[]>();
    return rows.map(toMessage).reverse();
  }

  async page(conversationId: string, limit: number, cursor?: string) {
    const rows = await this.db.messages
      .find(
        { conversation_id: conversationId, ...(cursor && { seq: { $gt: fromCursor(cursor) } }) },
        SHOWN,
      )
      .sort({ seq: 1 })
      .limit(limit + 1)
      .lean<MessageRow[]>();
    const next = rows.length > limit ? rows[limit - 1].seq.toString() : null;
    return { messages: rows.slice(0, limit).map(toMessage), next };
  }
}

export const open = (db: Collections): MessageRepository => new MongoMessageRepository(db);

function fromCursor(cursor: string): Timestamp {
  const [seq] = partsOf(cursor, /^(\d{1,20})$/);
  return new mongoose.mongo.Timestamp(BigInt(seq));
}
