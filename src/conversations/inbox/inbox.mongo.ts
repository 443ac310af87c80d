import { toMessage } from '../../chat/messages/message.mongo.js';
import { foldedRuns } from '../../language/search/runs.js';
import type { PartState } from '../../mailbox/turns/part.js';
import type { Conversation } from '../../sessions/conversation.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { MessageRow } from '../../storage/mongo/rows/message.js';
import { complete } from './completing.mongo.js';
import { InboxStore, MOST_FOUND, MOST_UNREAD, type Overview } from './inbox.store.js';

/** The inbox in MongoDB. Rows that may be found have their words, folded, in an index. */
export class MongoInboxStore extends InboxStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async found(words: string[]): Promise<string[]> {
    const begin = foldedRuns(words.join(' '), words.length).map((word) => ({
      // A simple beginning is looked up in the index alone; a range would have the rows read, too.
      words: { $regex: `^${word}` },
    }));
    if (!begin.length) return [];
    const { messages, sessions } = this.db;
    const [inMessages, ofSenders] = await Promise.all([
      conversationsOf(messages.collection, begin, { seq: -1 }),
      conversationsOf(sessions.collection, begin, {}),
    ]);
    return [...new Set([...inMessages, ...ofSenders])];
  }

  complete(): Promise<void> {
    return complete(this.db);
  }

  async overviews(of: Pick<Conversation, 'id' | 'unread'>[]): Promise<Overview[]> {
    const ids = of.map(({ id }) => id);
    const [latest, unread] = await Promise.all([
      this.latestIn(ids),
      this.unreadIn(of.flatMap((one) => (one.unread ? [one.id] : []))),
    ]);
    const parts = await this.partsOf([...latest.values()]);
    return of.map((one) => {
      const row = latest.get(one.id);
      const sent = row?.role === 'assistant' && row.turn_id;
      return {
        latest: row && { message: toMessage(row), parts: (sent && parts.get(sent)) || [] },
        // What says that something is unread is right, even if that stands in front of what was read.
        unread: one.unread ? Math.max(1, unread.get(one.id) ?? 0) : 0,
      };
    });
  }

  private async latestIn(ids: string[]): Promise<Map<string, MessageRow>> {
    const rows = await this.inEach<MessageRow>(ids, [
      { $sort: { seq: -1 } },
      { $limit: 1 },
      { $unset: 'words' },
    ]);
    return new Map(rows.map((row) => [row.conversation_id, row]));
  }

  private async unreadIn(ids: string[]): Promise<Map<string, number>> {
    const since = { $or: [{ $not: ['$$read_seq'] }, { $gt: ['$seq', '$$read_seq'] }] };
    const rows = await this.inEach<{ _id: string; n: number }>(ids, [
      { $sort: { seq: -1 } },
      { $match: { role: 'user', $expr: since } },
      { $limit: MOST_UNREAD },
      { $group: { _id: '$conversation_id', n: { $sum: 1 } } },
    ]);
    return new Map(rows.map(({ _id, n }) => [_id, n]));
  }

  /** Runs these stages on the messages of each conversation, all in one command. */
  private inEach<Row>(ids: string[], pipeline: object[]): Promise<Row[]> {
    return this.db.conversations.aggregate<Row>([
      { $match: { _id: { $in: ids } } },
      {
        $lookup: {
          from: 'messages',
          localField: '_id',
          foreignField: 'conversation_id',
          let: { read_seq: '$read_seq' },
          pipeline: pipeline as never[],
          as: 'found',
        },
      },
      { $unwind: '$found' },
      { $replaceRoot: { newRoot: '$found' } },
    ]);
  }

  private async partsOf(rows: MessageRow[]) {
    const turns = rows.flatMap(({ role, turn_id }) =>
      role === 'assistant' && turn_id ? [turn_id] : [],
    );
    const wanted = { _id: 0, turn_id: 1, state: 1, status: 1 } as const;
    const parts = await this.db.outbox
      .find({ turn_id: { $in: turns } }, wanted)
      .sort({ turn_id: 1, position: 1 })
      .lean();
    const byTurn = new Map<string, { state: PartState; status?: string }[]>();
    for (const { turn_id, state, status } of parts)
      byTurn.set(turn_id, [...(byTurn.get(turn_id) ?? []), { state: state as PartState, status }]);
    return byTurn;
  }
}

/** Messages or senders, as the driver knows them. */
type Rows = Collections['messages']['collection'];

async function conversationsOf(rows: Rows, begin: object[], order: Record<string, -1>) {
  const found = rows.find({ $and: begin }, { projection: { _id: 0, conversation_id: 1 } });
  const some = await found.sort(order).limit(MOST_FOUND).toArray();
  return some.map((row) => row.conversation_id as string);
}

export const open = (db: Collections): InboxStore => new MongoInboxStore(db);
