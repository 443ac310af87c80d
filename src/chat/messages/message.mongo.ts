import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import mongoose, { type ClientSession, type Model } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import { ConversationRow, ConversationSchema } from '../../sessions/conversation.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { Message, Source } from './message.js';
import { MessageRepository } from './message.repository.js';

export type Timestamp = mongoose.mongo.Timestamp;

/** An empty top-level timestamp is filled in by the server as it inserts: the store's order. */
export function nextInOrder(): Timestamp {
  return new mongoose.mongo.Timestamp({ t: 0, i: 0 });
}

/** A message as MongoDB keeps it. */
@Schema({ collection: 'messages', versionKey: false })
export class MessageRow {
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object })
  seq: Timestamp;
  @Prop({ type: String })
  conversation_id: string;
  @Prop({ type: String })
  role: 'user' | 'assistant';
  @Prop({ type: String })
  source: Source;
  @Prop({ type: String })
  text: string;
  @Prop({ type: Object })
  details?: unknown;
  @Prop({ type: String, index: { sparse: true } })
  turn_id?: string;
  /** There until a turn covers the message. */
  @Prop({ type: Boolean })
  waiting?: boolean;
  @Prop({ type: Date })
  created_at: Date;
}

export const MessageSchema = SchemaFactory.createForClass(MessageRow);
MessageSchema.index({ conversation_id: 1, seq: 1 });
MessageSchema.index(
  { waiting: 1, created_at: 1, conversation_id: 1 },
  { partialFilterExpression: { waiting: true } },
);
MessageSchema.index(
  { waiting: 1, conversation_id: 1, seq: 1 },
  { partialFilterExpression: { waiting: true } },
);

export function toRow(message: Message, waiting: boolean): MessageRow {
  const { id, conversationId, role, source, text, details, turnId, createdAt } = message;
  return {
    _id: id,
    seq: nextInOrder(),
    conversation_id: conversationId,
    role,
    source,
    text,
    created_at: new Date(createdAt),
    ...(details !== undefined && { details }),
    ...(turnId && { turn_id: turnId }),
    ...(waiting && { waiting }),
  };
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row._id,
    conversationId: row.conversation_id,
    role: row.role,
    source: row.source,
    text: row.text,
    ...(row.details !== undefined && { details: row.details }),
    ...(row.turn_id && { turnId: row.turn_id }),
    createdAt: row.created_at.getTime(),
  };
}

/** Messages in MongoDB. */
export class MongoMessageRepository extends MessageRepository {
  private constructor(
    private readonly mongo: Mongo,
    private readonly messages: Model<MessageRow>,
    private readonly conversations: Model<ConversationRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoMessageRepository> {
    return new MongoMessageRepository(
      mongo,
      await mongo.model('messages', MessageSchema),
      await mongo.model('conversations', ConversationSchema),
    );
  }

  async keep(messages: Message[]): Promise<void> {
    const row = await this.conversations.findById(messages[0].conversationId).lean();
    if (!row) return;
    const conversationId = row.merged_into ?? row._id;
    await this.insert(messages.map((message) => ({ ...message, conversationId })));
  }

  begin(messages: Message[]): Promise<void> {
    return this.mongo.transaction(async (session) => {
      await this.conversations.updateOne(
        { _id: messages[0].conversationId },
        { $setOnInsert: { created_at: new Date(), token: 0, wakes: 0, crashes: 0 } },
        { upsert: true, session },
      );
      await this.insert(messages, session);
    });
  }

  /** Straight to the driver: a document of Mongoose's would only be made to be thrown away. */
  private async insert(messages: Message[], session?: ClientSession): Promise<void> {
    const rows = messages.map((message) => toRow(message, false));
    await this.messages.collection.insertMany(rows as never[], { session });
  }

  async history(conversationId: string, limit: number): Promise<Message[]> {
    const rows = await this.messages
      .find({ conversation_id: conversationId, waiting: { $exists: false } })
      .sort({ seq: -1 })
      .limit(limit)
      .lean<MessageRow[]>();
    return rows.map(toMessage).reverse();
  }

  async page(conversationId: string, limit: number, cursor?: string) {
    const rows = await this.messages
      .find({
        conversation_id: conversationId,
        ...(cursor && { seq: { $gt: fromCursor(cursor) } }),
      })
      .sort({ seq: 1 })
      .limit(limit + 1)
      .lean<MessageRow[]>();
    const next = rows.length > limit ? rows[limit - 1].seq.toString() : null;
    return { messages: rows.slice(0, limit).map(toMessage), next };
  }
}

function fromCursor(cursor: string): Timestamp {
  const [seq] = partsOf(cursor, /^(\d{1,20})$/);
  return new mongoose.mongo.Timestamp(BigInt(seq));
}
