import type { Model } from 'mongoose';
import type { Mongo } from '../storage/mongo/mongo.js';
import { ConversationSchema, type ConversationRow } from './conversation.mongo.js';
import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { isPhone, type Session } from './session.js';
import { SessionSchema, toSession, type SessionRow } from './session-row.mongo.js';

export class MongoConversationsRepository extends ConversationsRepository {
  private constructor(
    private readonly conversations: Model<ConversationRow>,
    private readonly sessions: Model<SessionRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoConversationsRepository> {
    return new MongoConversationsRepository(
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('whatsapp_sessions', SessionSchema),
    );
  }

  async find(id: string): Promise<Conversation | null> {
    const row = await this.conversations.findById(id).lean<ConversationRow>();
    if (row?.merged_into) return this.find(row.merged_into);
    return row ? (await this.withAddresses([row]))[0] : null;
  }

  async list(
    { takenOver, optedOut, waId }: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Promise<Conversation[]> {
    const session = waId ? await this.sessions.findOne({ wa_id: waId }).lean() : undefined;
    if (session === null) return [];
    const at = after && new Date(after.createdAt);
    const rows = await this.conversations
      .find({
        merged_into: { $exists: false },
        ...(session && { _id: session.conversation_id }),
        ...(takenOver !== undefined && { taken_at: { $exists: takenOver } }),
        ...(optedOut !== undefined && { opted_out_at: { $exists: optedOut } }),
        ...(after && {
          $or: [{ created_at: { $lt: at } }, { created_at: at, _id: { $lt: after.id } }],
        }),
      })
      .sort({ created_at: -1, _id: -1 })
      .limit(limit)
      .lean<ConversationRow[]>();
    return this.withAddresses(rows);
  }

  private async withAddresses(rows: ConversationRow[]): Promise<Conversation[]> {
    const ids = rows.map(({ _id }) => _id);
    const sessions = await this.sessions
      .find({ conversation_id: { $in: ids } })
      .sort({ updated_at: -1, wa_id: 1 })
      .lean<SessionRow[]>();
    const all = sessions.map(toSession);
    return rows.map((row) => ({
      id: row._id,
      addresses: phonesFirst(all.filter(({ conversationId }) => conversationId === row._id)),
      takenAt: row.taken_at?.getTime(),
      optedOutAt: row.opted_out_at?.getTime(),
      createdAt: row.created_at.getTime(),
    }));
  }
}

function phonesFirst(sessions: Session[]): Session[] {
  const phones = sessions.filter(({ waId }) => isPhone(waId));
  return [...phones, ...sessions.filter(({ waId }) => !isPhone(waId))];
}
