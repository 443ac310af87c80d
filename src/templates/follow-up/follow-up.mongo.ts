import type { ClientSession } from 'mongoose';
import { wakeNow } from '../../mailbox/queue/mailbox-row.mongo.js';
import { insertTurns } from '../../mailbox/turns/storing/turn-insert.mongo.js';
import { sessionsIn } from '../../sessions/session-row.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import {
  type Ages,
  FOLLOW_UP,
  type FollowUp,
  FollowUpStore,
  type Owed,
} from './follow-up.store.js';

type Found = Pick<ConversationRow, '_id' | 'last_inbound_at'>;

const NEVER = { $exists: false } as const;

/** Nothing was sent since they wrote. */
const NOT_YET = {
  $lt: [{ $ifNull: ['$followed_up_for', new Date(0)] }, '$last_inbound_at'],
};

/** To whom nothing was sent since they wrote, who may be written to, and whom something reaches. */
const OPEN = {
  merged_into: NEVER,
  opted_out_at: NEVER,
  unreachable_at: NEVER,
  $expr: NOT_YET,
};

const WAITS = { waiting_since: { $type: 'date' as const } };
const CLOSED = { $expr: { $gte: ['$window_refused_at', '$last_inbound_at'] } };

/** Who is owed an answer, once the latest turn is known: see `FollowUpStore.owed`. */
const OWED = {
  $or: [WAITS, { 'latest.outcome': 'human' }, { 'latest.outcome': 'dead', ...CLOSED }],
};

const LATEST = {
  $lookup: {
    from: 'turns',
    localField: '_id',
    foreignField: 'conversation_id',
    pipeline: [{ $sort: { seq: -1 as const } }, { $limit: 1 }, { $project: { outcome: 1 } }],
    as: 'latest',
  },
};

/** Follow-ups in MongoDB. */
export class MongoFollowUpStore extends FollowUpStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async owed({ least, most }: Ages, limit: number, after?: number): Promise<Owed[]> {
    const now = Date.now();
    const from = new Date(Math.max(now - most, after ?? 0));
    const written = { $gt: from, $lte: new Date(now - least) };
    const rows = await this.db.conversations.aggregate<Found>([
      {
        $match: { last_inbound_at: written, ...OPEN },
      },
      { $sort: { last_inbound_at: 1 } },
      LATEST,
      { $match: OWED },
      { $limit: limit },
      { $project: { last_inbound_at: 1 } },
    ]);
    const ids = rows.map(({ _id }) => _id);
    const sessions = ids.length ? await sessionsIn(this.db, ids) : [];
    return rows.map(({ _id, last_inbound_at }) => {
      const mine = sessions.filter(({ conversationId }) => conversationId === _id);
      const profileName = mine.find((one) => one.profileName)?.profileName;
      const lastInboundAt = last_inbound_at!.getTime();
      return { conversationId: _id, lastInboundAt, ...(profileName && { profileName }) };
    });
  }

  /** Of two nodes that store one at once, one conflicts, runs again, and finds it marked. */
  store(owed: Owed, followUp: FollowUp): Promise<boolean> {
    return this.db.transaction(async (session) => {
      if (!(await this.mark(owed, session))) return false;
      const { conversationId } = owed;
      await wakeNow(this.db, [conversationId], session);
      const { turnId, text, parts } = followUp;
      const content = { turnId, limited: false, answer: text, parts, mode: FOLLOW_UP };
      await insertTurns(this.db, [{ conversationId, content }], session);
      return true;
    });
  }

  private async mark({ conversationId, lastInboundAt }: Owed, session: ClientSession) {
    const { turns, conversations } = this.db;
    const theirs = { conversation_id: conversationId };
    const latest = await turns.findOne(theirs, null, { session }).sort({ seq: -1 }).lean();
    const owed = [WAITS, ...(latest?.outcome === 'human' ? [{}] : [])];
    if (latest?.outcome === 'dead') owed.push(CLOSED);
    const { modifiedCount } = await conversations.updateOne(
      {
        _id: conversationId,
        last_inbound_at: new Date(lastInboundAt),
        ...OPEN,
        $and: [{ $or: owed }],
      },
      [
        {
          $set: {
            followed_up_for: '$last_inbound_at',
            activity_at: { $max: ['$activity_at', '$$NOW'] },
          },
        },
      ],
      { session, updatePipeline: true },
    );
    return modifiedCount > 0;
  }
}

export const open = (db: Collections): FollowUpStore => new MongoFollowUpStore(db);
