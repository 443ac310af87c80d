import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import type { Summary } from './summary.js';
import { SummaryRepository } from './summary.repository.js';

/** A summary as it was read from its conversation's row. */
export function toSummary({
  text,
  message_id,
  until,
}: NonNullable<ConversationRow['summary']>): Summary {
  return { text, messageId: message_id, until: until.getTime() };
}

/** Summaries in MongoDB: part of the conversation's row, and erased with it. */
export class MongoSummaryRepository extends SummaryRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(conversationId: string): Promise<Summary | null> {
    const row = await this.db.conversations.findById(conversationId, { summary: 1 }).lean();
    return row?.summary ? toSummary(row.summary) : null;
  }

  async keep(_id: string, { text, messageId, until }: Summary): Promise<void> {
    const covers = new Date(until);
    await this.db.conversations.updateOne(
      {
        _id,
        merged_into: { $exists: false },
        $or: [{ summary: { $exists: false } }, { 'summary.until': { $lte: covers } }],
      },
      { $set: { summary: { text, message_id: messageId, until: covers } } },
    );
  }
}

export const open = (db: Collections): SummaryRepository => new MongoSummaryRepository(db);
