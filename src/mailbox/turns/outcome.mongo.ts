import type { Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../../chat/messages/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../../sessions/conversation.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import { MOST_COUNTED, NO_SUCH_PLACE, OutcomeStore } from './outcome.store.js';
import type { Answered, Backlog, Ended, FailureRecord } from './outcome.store.js';
import { OutboxSchema, toTurn, TurnSchema } from './turn-row.mongo.js';
import type { OutboxRow, TurnRow } from './turn-row.mongo.js';
import type { Turn } from './turn.js';

/** Outcomes, read from MongoDB. */
export class MongoOutcomeStore extends OutcomeStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly messages: Model<MessageRow>,
    private readonly rows: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
    private readonly conversations: Model<ConversationRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoOutcomeStore> {
    return new MongoOutcomeStore(
      mongo,
      await mongo.model('messages', MessageSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
      await mongo.model('conversations', ConversationSchema),
    );
  }

  onEnded(listener: (ended: Ended) => void): void {
    this.mongo.onNews((news) => listener(news as Ended));
  }

  async answerTo(messageId: string): Promise<Answered> {
    const message = await this.messages.findById(messageId).lean<MessageRow>();
    const turn = message?.turn_id && (await this.rows.findById(message.turn_id).lean<TurnRow>());
    return { done: !message || !!turn, answer: (turn && turn.answer) || null };
  }

  async turns(ids: string[]): Promise<Turn[]> {
    return this.withParts(await this.rows.find({ _id: { $in: ids } }).lean<TurnRow[]>());
  }

  async backlog(): Promise<Backlog> {
    const now = Date.now();
    const due = { due_at: { $type: 'date' as const, $lte: new Date(now) } };
    const waiting = { waiting: true };
    const most = { limit: MOST_COUNTED };
    const [dueCount, firstDue, waitingCount, firstWaiting] = await Promise.all([
      this.conversations.countDocuments(due, most),
      this.conversations.findOne(due, { due_at: 1 }).sort({ due_at: 1 }).lean<ConversationRow>(),
      this.messages.countDocuments(waiting, most),
      this.messages.findOne(waiting, { created_at: 1 }).sort({ created_at: 1 }).lean<MessageRow>(),
    ]);
    const since = (date?: Date) => (date ? Math.max(0, now - date.getTime()) : 0);
    return {
      due: { count: dueCount, oldestMs: since(firstDue?.due_at) },
      waiting: { count: waitingCount, oldestMs: since(firstWaiting?.created_at) },
    };
  }

  async failures(limit: number, before?: string): Promise<FailureRecord[]> {
    const last = before ? await this.rows.findById(before).lean<TurnRow>() : undefined;
    if (last === null) throw new RangeError(NO_SUCH_PLACE);
    const rows = await this.rows
      .find({ failed: true, ...(last && { seq: { $lt: last.seq } }) })
      .sort({ seq: -1 })
      .limit(limit)
      .lean<TurnRow[]>();
    const parts = await this.partsOf(rows);
    return rows.map((row) => ({
      id: row._id,
      conversationId: row.conversation_id,
      outcome: row.outcome ?? undefined,
      error: row.error,
      createdAt: row.created_at.getTime(),
      parts: toTurn(row, parts).parts.map(({ sid, state, error }) => ({ sid, state, ...error })),
    }));
  }

  private async withParts(rows: TurnRow[]): Promise<Turn[]> {
    const parts = await this.partsOf(rows);
    return rows.map((row) => toTurn(row, parts));
  }

  private partsOf(rows: TurnRow[]): Promise<OutboxRow[]> {
    if (!rows.length) return Promise.resolve([]);
    return this.outbox.find({ turn_id: { $in: rows.map(({ _id }) => _id) } }).lean<OutboxRow[]>();
  }
}
