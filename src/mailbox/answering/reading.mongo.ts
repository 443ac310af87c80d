import type { Message } from '../../chat/messages/message.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { holds } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { ReadingStore } from './reading.store.js';

/** What was read of media, in MongoDB. */
export class MongoReadingStore extends ReadingStore {
  constructor(private readonly db: Collections) {
    super();
  }

  keep(claim: Claim, message: Pick<Message, 'id' | 'text' | 'details'>): Promise<boolean> {
    const { id: _id, text, details } = message;
    return this.db.transaction(async (session) => {
      if (!(await holds(this.db, claim, session))) return false;
      const waits = { _id, conversation_id: claim.conversationId, waiting: true };
      const { matchedCount } = await this.db.messages.updateOne(
        waits,
        { $set: { text, details } },
        { session },
      );
      return matchedCount > 0;
    });
  }
}

export const open = (db: Collections): ReadingStore => new MongoReadingStore(db);
