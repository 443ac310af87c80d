import type { ClientSession, Model } from 'mongoose';
import { type MessageRow, MessageSchema, toMessage } from '../../chat/messages/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../../sessions/conversation.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { Claim } from '../queue/mailbox.store.js';
import { NO_WORD } from '../outbox/outbox.store.js';
import { lastInboundAt } from './received.mongo.js';
import { cancelTurns, settleTurn, tellEnded } from './settlement.mongo.js';
import { insertTurn } from './turn-insert.mongo.js';
import { OutboxSchema, toTurn, TurnSchema } from './turn-row.mongo.js';
import type { OutboxRow, TurnRow } from './turn-row.mongo.js';
import type { Outcome } from './turn.js';
import { MOST_WAITING, NOTHING_TO_SEND, TurnStore } from './turn.store.js';
import type { Draft, Work } from './turn.store.js';

/** Turns in MongoDB. */
export class MongoTurnStore extends TurnStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly conversations: Model<ConversationRow>,
    private readonly messages: Model<MessageRow>,
    private readonly rows: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoTurnStore> {
    return new MongoTurnStore(
      mongo,
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('messages', MessageSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
    );
  }

  /** The mailbox's row is read first: what comes in later shows as a wake that wasn't seen. */
  async open({ conversationId, token }: Claim): Promise<Work | null> {
    const [row] = await this.conversations.aggregate<ConversationRow & { now: Date }>([
      { $match: { _id: conversationId, token } },
      { $set: { now: '$$NOW' } },
    ]);
    if (!row) return null;
    const conversation_id = conversationId;
    const [unsettled, waiting, latest] = await Promise.all([
      this.rows.find({ outcome: null, conversation_id }).sort({ seq: 1 }).lean<TurnRow[]>(),
      this.messages
        .find({ waiting: true, conversation_id })
        .sort({ seq: 1 })
        .limit(MOST_WAITING)
        .lean<MessageRow[]>(),
      lastInboundAt(this.messages, conversationId),
    ]);
    const [first] = unsettled;
    const parts = first && (await this.outbox.find({ turn_id: first._id }).lean<OutboxRow[]>());
    const all = waiting.length < MOST_WAITING ? waiting.length : await this.count(conversationId);
    return {
      turn: first && toTurn(first, parts),
      unsettled: unsettled.length,
      waiting: waiting.map(toMessage),
      waitingInAll: all,
      wakes: row.wakes,
      window: row.window,
      mergedInto: row.merged_into,
      takenOver: !!row.taken_at,
      optedOut: !!row.opted_out_at,
      lastInboundAt: latest,
      now: row.now.getTime(),
    };
  }

  answer(claim: Claim, draft: Draft): Promise<'stored' | 'outdated' | 'lost'> {
    return this.mongo.transaction(async (session) => {
      if (!(await this.holds(claim, session))) return 'lost';
      const waiting = await this.count(claim.conversationId, session);
      if (!draft.evenIfOutdated && waiting !== draft.seen) return 'outdated';
      if (!draft.parts.length && !draft.outcome) throw new Error(NOTHING_TO_SEND);
      if (draft.optOut !== undefined) await this.optOut(claim, draft.optOut, session);
      await insertTurn(this.models, claim.conversationId, draft, session);
      await this.keepWindow(claim.conversationId, draft, session);
      await this.messages.updateMany(
        { _id: { $in: draft.covers } },
        { $set: { turn_id: draft.turnId }, $unset: { waiting: true } },
        { session },
      );
      if (!draft.parts.length) await tellEnded(this.mongo, draft.turnId, draft.outcome!, session);
      return 'stored';
    });
  }

  private async keepWindow(_id: string, { window }: Draft, session: ClientSession) {
    if (window) await this.conversations.updateOne({ _id }, { $set: { window } }, { session });
  }

  private async optOut({ conversationId: _id }: Claim, out: boolean, session: ClientSession) {
    const change = out ? { $currentDate: { opted_out_at: true } } : { $unset: { opted_out_at: 1 } };
    await this.conversations.updateOne({ _id }, change as object, { session });
    if (out) await this.cancelAll(_id, session);
  }

  private cancelAll(conversationId: string, session: ClientSession): Promise<void> {
    return cancelTurns(this.models, conversationId, 'opted_out', session);
  }

  async cancel(claim: Claim): Promise<void> {
    await this.mongo.transaction(async (session) => {
      if (await this.holds(claim, session)) await this.cancelAll(claim.conversationId, session);
    });
  }

  /** Writing to the mailbox's row makes another claim's write collide with ours. */
  private async holds({ conversationId: _id, token }: Claim, session: ClientSession) {
    const raise = { $inc: { answers: 1 } };
    const options = { session, strict: false } as const;
    return !!(await this.conversations.updateOne({ _id, token }, raise, options)).matchedCount;
  }

  bury(claim: Claim, turnId: string, error: string): Promise<Outcome | undefined> {
    return this.mongo.transaction(async (session) => {
      if (!(await this.holds(claim, session))) return undefined;
      await this.buryParts(turnId, error, session);
      const failed = { $set: { error, failed: true } };
      await this.rows.updateOne({ _id: turnId }, failed, { session });
      return settleTurn(this.models, turnId, session);
    });
  }

  private async buryParts(turn_id: string, message: string, session: ClientSession) {
    await this.outbox.updateMany(
      { turn_id, state: { $nin: ['accepted', 'sending'] } },
      { $set: { state: 'dead', error: { message } }, $unset: { retry_at: 1, held: 1 } },
      { session },
    );
    const known = { $ifNull: ['$error', { $literal: { message: NO_WORD } }] };
    await this.outbox.updateMany(
      { turn_id, state: 'sending' },
      [{ $set: { state: 'uncertain', error: known } }],
      { session, updatePipeline: true },
    );
  }

  private get models() {
    const { mongo, rows: turns, outbox, messages } = this;
    return { mongo, turns, outbox, messages };
  }

  private count(conversation_id: string, session?: ClientSession): Promise<number> {
    return this.messages.countDocuments({ waiting: true, conversation_id }, { session });
  }
}
