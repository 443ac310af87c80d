import type { Message } from '../../chat/messages/message.js';
import { toMessage } from '../../chat/messages/message.mongo.js';
import type { Received } from '../../chat/messages/received.js';
import { toSentParts } from '../../mailbox/outbox/attempts/sent-part.mongo.js';
import { toTurn } from '../../mailbox/turns/turn-row.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { MessageRow } from '../../storage/mongo/rows/message.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import { formerOf, mailboxOf } from './surroundings.mongo.js';
import type { Story, StoryMessage, StoryTurn } from './story.js';
import { StoryStore } from './story.store.js';

/** A turn covers at most so many. */
const MOST_ASKED = 200;

/** What a turn or the chat API's exchange consists of. */
type Exchange = Pick<Story, 'asked' | 'answer'>;

/** The stories of messages in MongoDB. */
export class MongoStoryStore extends StoryStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(id: string): Promise<Story | null> {
    const own = await this.db.messages.findById(id).lean<MessageRow>();
    const turnId = own ? own.turn_id : await this.turnOf(id);
    if (!own && !turnId) return null;
    const turn = turnId ? await this.turn(turnId) : undefined;
    const { asked, answer } = turnId ? await this.ofTurn(turnId) : await this.exchangeOf(own!);
    const message = own?.role === 'user' ? toStory(own) : (asked[0] ?? answer);
    const mailbox = message && (await mailboxOf(this.db, message.conversationId));
    if (!message || !mailbox) return null;
    const former = asked.length ? await formerOf(this.db, message, turn) : undefined;
    const now = await this.serverTime();
    return { now, mailbox, message, asked, answer, turn, former };
  }

  async before({ message, asked, turn, answer }: Story, limit: number): Promise<Message[]> {
    const own = [...asked, ...(answer ? [answer] : [])].map(({ id }) => id);
    const until = turn ? answer?.id : message.source === 'api' && message.id;
    const last = until && (await this.db.messages.findById(until, { seq: 1 }).lean());
    const rows = await this.db.messages
      .find({
        conversation_id: message.conversationId,
        waiting: { $exists: false },
        ...(last && { seq: { $lt: last.seq } }),
        ...(turn && { created_at: { $lte: new Date(turn.createdAt) } }),
        _id: { $nin: own },
      })
      .sort({ seq: -1 })
      .limit(2 * limit)
      .lean<MessageRow[]>();
    const later = turn ? await this.madeAfter(rows, turn) : new Set<string | undefined>();
    const said = rows.filter(({ turn_id }) => !later.has(turn_id)).map(toMessage);
    return said.slice(0, limit).reverse();
  }

  /** The turns of these messages that were made after this one. */
  private async madeAfter(rows: MessageRow[], { createdAt }: StoryTurn) {
    const ids = [...new Set(rows.flatMap(({ turn_id }) => turn_id ?? []))];
    const which = { _id: { $in: ids }, created_at: { $gt: new Date(createdAt) } };
    const later = await this.db.turns.find(which, { _id: 1 }).lean();
    return new Set<string | undefined>(later.map(({ _id }) => _id));
  }

  /** What a turn answers, and its answer. The chat API's answers stand for their turns. */
  private async ofTurn(turn_id: string): Promise<Exchange> {
    const [asked, answer] = await Promise.all([
      this.db.messages
        .find({ turn_id, role: 'user' })
        .sort({ seq: 1 })
        .limit(MOST_ASKED)
        .lean<MessageRow[]>(),
      this.db.messages.findById(turn_id).lean<MessageRow>(),
    ]);
    return { asked: asked.map(toStory), ...(answer && { answer: toStory(answer) }) };
  }

  /** Of one without a turn: former versions of the chat API stored question and answer together. */
  private async exchangeOf(row: MessageRow): Promise<Exchange> {
    const own = toStory(row);
    const asks = own.role === 'user';
    if (own.source !== 'api') return { asked: asks ? [own] : [] };
    const other = await this.db.messages
      .findOne({
        conversation_id: row.conversation_id,
        role: asks ? 'assistant' : 'user',
        source: 'api',
        seq: asks ? { $gt: row.seq } : { $lt: row.seq },
      })
      .sort({ seq: asks ? 1 : -1 })
      .lean<MessageRow>();
    const beside = other ? [toStory(other)] : [];
    return asks ? { asked: [own], answer: beside[0] } : { asked: beside, answer: own };
  }

  /** The turn of a part, by an id of a message that it was sent as, or a turn by its own id. */
  private async turnOf(id: string): Promise<string | undefined> {
    const { outbox, turns } = this.db;
    const part =
      (await outbox.findOne({ sid: id }, { turn_id: 1 }).lean()) ??
      (await outbox.findOne({ former_sids: id }, { turn_id: 1 }).lean());
    return part?.turn_id ?? (await turns.findById(id, { _id: 1 }).lean())?._id;
  }

  private async turn(id: string): Promise<StoryTurn | undefined> {
    const [row, parts] = await Promise.all([
      this.db.turns.findById(id).lean<TurnRow>(),
      this.db.outbox.find({ turn_id: id }).lean<OutboxRow[]>(),
    ]);
    if (!row) return undefined;
    return {
      ...toTurn(row, []),
      parts: toSentParts(parts),
      createdAt: row.created_at.getTime(),
      ...(row.settled_at && { settledAt: row.settled_at.getTime() }),
      failed: !!row.failed,
      ...(row.error && { error: row.error }),
      sources: (row.sources ?? []) as StoryTurn['sources'],
      made: row.made ?? {},
    };
  }

  private async serverTime(): Promise<number> {
    const { localTime } = await this.db.mongo.connection.db!.command({ hello: 1 });
    return (localTime as Date).getTime();
  }
}

export const open = (db: Collections): StoryStore => new MongoStoryStore(db);

function toStory(row: MessageRow): StoryMessage {
  return {
    ...toMessage(row),
    ...(row.acknowledged_ms !== undefined && { acknowledgedMs: row.acknowledged_ms }),
    ...(row.received && { received: row.received as Received }),
  };
}
