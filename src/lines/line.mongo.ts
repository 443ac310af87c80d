import type { LineId } from '../config/lines/line.js';
import type { Collections } from '../storage/mongo/collections.js';
import { LineStore, type LineTraffic, MOST_COUNTED } from './line.store.js';

/** The lines in MongoDB. */
export class MongoLineStore extends LineStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async ids(): Promise<LineId[]> {
    // In the words of the index, which MongoDB uses for nothing else.
    const lines = await this.db.conversations.distinct('line', { line: { $type: 'string' } });
    return (lines as LineId[]).sort();
  }

  async traffic(line: LineId): Promise<LineTraffic> {
    const [conversations, waiting, [first], [last]] = await Promise.all([
      this.db.conversations.countDocuments({ line }, { limit: MOST_COUNTED }),
      this.waiting(line),
      this.db.conversations
        .find({ line }, { created_at: 1 })
        .sort({ created_at: 1 })
        .limit(1)
        .lean(),
      this.db.conversations
        .find({ line }, { activity_at: 1 })
        .sort({ activity_at: -1 })
        .limit(1)
        .lean(),
    ]);
    return {
      conversations,
      waiting,
      since: first?.created_at.getTime(),
      latest: last?.activity_at?.getTime(),
    };
  }

  private async waiting(line: LineId): Promise<number> {
    const [found] = await this.db.conversations.aggregate<{ n: number }>([
      { $match: { line, due_at: { $type: 'date' } } },
      {
        $lookup: {
          from: 'messages',
          localField: '_id',
          foreignField: 'conversation_id',
          pipeline: [{ $match: { waiting: true } }, { $project: { _id: 1 } }],
          as: 'waiting',
        },
      },
      { $unwind: '$waiting' },
      { $limit: MOST_COUNTED },
      { $count: 'n' },
    ]);
    return found?.n ?? 0;
  }
}

export const open = (db: Collections): LineStore => new MongoLineStore(db);
