import { toMessage } from '../chat/messages/message.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { MessageRow } from '../storage/mongo/rows/message.js';
import { feedbackIn } from './feedback/feedback.mongo.js';
import { ReviewStore } from './review.store.js';
import { type Reviewed, reviewedOf } from './reviewed.js';

/** Answers in MongoDB. */
export class MongoReviewStore extends ReviewStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(id: string): Promise<Reviewed | undefined> {
    const key = await this.keyOf(id);
    if (!key) return undefined;
    const rows = await this.db.messages
      .find({ $or: [{ turn_id: key }, { _id: key }] })
      .sort({ seq: 1 })
      .lean<MessageRow[]>();
    if (!rows.length) return undefined;
    const feedback = rows.find(({ role }) => role === 'assistant')?.feedback;
    return reviewedOf(key, rows.map(toMessage), feedback && feedbackIn(feedback));
  }

  /** The turn of a message or of a sent part; of a message without one, its own id. */
  private async keyOf(id: string): Promise<string | undefined> {
    const { outbox, messages } = this.db;
    const part = await outbox.findOne({ sid: id }, { turn_id: 1 }).lean();
    if (part) return part.turn_id;
    const message = await messages.findById(id, { turn_id: 1 }).lean();
    if (message) return message.turn_id ?? message._id;
    return (await messages.exists({ turn_id: id })) ? id : undefined;
  }
}

export const open = (db: Collections): ReviewStore => new MongoReviewStore(db);
