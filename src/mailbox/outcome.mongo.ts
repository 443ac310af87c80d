import type { Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../chat/message.mongo.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { OutcomeStore, type Answered, type FailureRecord } from './outcome.store.js';
import { OutboxSchema, toTurn, TurnSchema } from './turn-row.mongo.js';
import type { OutboxRow, TurnRow } from './turn-row.mongo.js';
import type { Turn } from './turn.js';

export class MongoOutcomeStore extends OutcomeStore {
  private constructor(
    private readonly messages: Model<MessageRow>,
    private readonly rows: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoOutcomeStore> {
    return new MongoOutcomeStore(
      await mongo.model('messages', MessageSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
    );
  }

  async answerTo(messageId: string): Promise<Answered> {
    const message = await this.messages.findById(messageId).lean<MessageRow>();
    const turn = message?.turn_id && (await this.rows.findById(message.turn_id).lean<TurnRow>());
    return { done: !message || !!turn, answer: (turn && turn.answer) || null };
  }

  async turns(ids: string[]): Promise<Turn[]> {
    return this.withParts(await this.rows.find({ _id: { $in: ids } }).lean<TurnRow[]>());
  }

  async failures(limit: number, before?: string): Promise<FailureRecord[]> {
    const last = before ? await this.rows.findById(before).lean<TurnRow>() : undefined;
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
