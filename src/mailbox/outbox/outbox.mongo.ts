import type { ClientSession, Model } from 'mongoose';
import { ConversationSchema, type ConversationRow } from '../../sessions/conversation.mongo.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import type { SendError, Verdict } from './channel.js';
import type { StatusUpdate } from '../intake/inbound.js';
import type { Claim } from '../queue/mailbox.store.js';
import { NO_ADDRESS, NO_WORD, OutboxStore, type Settled } from './outbox.store.js';
import { receivedFor } from '../turns/received.mongo.js';
import { isOpen, resolve, resolveCallback, type Resolution } from './retry.js';
import { OPTED_OUT_CODES } from '../turns/turn.js';
import { settleTurn } from '../turns/settlement.mongo.js';
import { CallbackSchema, OutboxSchema, toPart, TurnSchema } from '../turns/turn-row.mongo.js';
import type { CallbackRow, OutboxRow, TurnRow } from '../turns/turn-row.mongo.js';
import { wakeNow } from '../queue/wake.mongo.js';

/** Parts on their way out, in MongoDB. */
export class MongoOutboxStore extends OutboxStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly sessions: MongoSessionRepository,
    private readonly conversations: Model<ConversationRow>,
    private readonly turns: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
    private readonly callbacks: Model<CallbackRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoOutboxStore> {
    return new MongoOutboxStore(
      mongo,
      await MongoSessionRepository.open(mongo),
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
      await mongo.model('status_callbacks', CallbackSchema),
    );
  }

  begin(claim: Claim, partId: string, attempt: string, leaseMs: number): Promise<string | null> {
    return this.mongo.transaction(async (session) => {
      if (!(await this.prolong(claim, leaseMs, session))) return null;
      const [address] = await this.sessions.addresses(claim.conversationId);
      if (!address) {
        const part = await this.outbox.findById(partId, null, { session }).lean<OutboxRow>();
        await this.apply(part!, { state: 'dead', error: { message: NO_ADDRESS } }, session);
        return null;
      }
      if (!(await this.isNext(partId, session))) return null;
      const { matchedCount } = await this.outbox.updateOne(
        { _id: partId, state: 'pending' },
        {
          $set: { state: 'sending', attempt },
          $inc: { attempts: 1 },
          $currentDate: { attempted_at: true, updated_at: true },
          $unset: { retry_at: 1, held: 1, sid: 1, status: 1, error: 1 },
        },
        { session },
      );
      return matchedCount ? address : null;
    });
  }

  record(claim: Claim, attempt: string, verdict: Verdict): Promise<Settled | null> {
    return this.mongo.transaction(async (session) => {
      const part = await this.outbox.findOne({ attempt }, null, { session }).lean<OutboxRow>();
      if (!part) return null;
      const known = toPart(part);
      const settled = isOpen(known, verdict)
        ? await this.apply(part, resolve(verdict, known), session)
        : await this.settle(part, session);
      const holder = { _id: claim.conversationId, token: claim.token };
      const holds = await this.conversations.exists(holder).session(session);
      const ours = holds && part.conversation_id === claim.conversationId;
      if (!ours) await wakeNow(this.conversations, [part.conversation_id], session);
      return settled;
    });
  }

  async abandon(claim: Claim, partId: string, error: SendError): Promise<void> {
    await this.fenced(claim, partId, () => ({ state: 'dead', error }));
  }

  async doubt(claim: Claim, partId: string): Promise<void> {
    await this.fenced(claim, partId, (part) =>
      part.state === 'sending'
        ? { state: 'uncertain', error: part.error ?? { message: NO_WORD } }
        : undefined,
    );
  }

  callback(update: StatusUpdate): Promise<Settled | null> {
    return this.mongo.transaction(async (session) => {
      await this.keep(update, session);
      const part = await this.partOf(update, session);
      const resolution = part && resolveCallback(toPart(part), update);
      if (!part || !resolution) return null;
      const settled = await this.apply(part, resolution, session);
      await wakeNow(this.conversations, [part.conversation_id], session);
      return settled;
    });
  }

  /** Whether all parts before it were accepted. */
  private async isNext(partId: string, session: ClientSession): Promise<boolean> {
    const part = await this.outbox.findById(partId, null, { session }).lean<OutboxRow>();
    const before = {
      turn_id: part!.turn_id,
      position: { $lt: part!.position },
      state: { $ne: 'accepted' as const },
    };
    return !(await this.outbox.exists(before).session(session));
  }

  private async fenced(
    claim: Claim,
    partId: string,
    decide: (part: OutboxRow) => Resolution | undefined,
  ): Promise<void> {
    await this.mongo.transaction(async (session) => {
      if (!(await this.prolong(claim, 0, session))) return;
      const part = await this.outbox.findById(partId, null, { session }).lean<OutboxRow>();
      const resolution = decide(part!);
      if (resolution) await this.apply(part!, resolution, session);
    });
  }

  /** Only the claim's holder gets past this; never shortens the lease. */
  private async prolong(claim: Claim, leaseMs: number, session: ClientSession): Promise<boolean> {
    const until = { $max: ['$lease_until', { $add: ['$$NOW', leaseMs] }] };
    const { matchedCount } = await this.conversations.updateOne(
      { _id: claim.conversationId, token: claim.token },
      [{ $set: { lease_until: until, due_at: until } }],
      { session, updatePipeline: true },
    );
    return matchedCount === 1;
  }

  private async keep({ sid, status, attempt, failure }: StatusUpdate, session: ClientSession) {
    const error = failure && 'error' in failure ? failure.error : undefined;
    await this.callbacks.updateOne(
      { _id: `${sid} ${status}` },
      { $setOnInsert: { sid, status, attempt, error, received_at: new Date() } },
      { upsert: true, session },
    );
  }

  private async partOf({ attempt, sid }: StatusUpdate, session: ClientSession) {
    const byAttempt = attempt
      ? await this.outbox.findOne({ attempt }, null, { session }).lean<OutboxRow>()
      : null;
    return byAttempt ?? this.outbox.findOne({ sid }, null, { session }).lean<OutboxRow>();
  }

  private async apply(part: OutboxRow, resolution: Resolution, session: ClientSession) {
    const { state, retryInMs, held, chances, sid, status, error } = resolution;
    const retry_at = retryInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', retryInMs] };
    await this.outbox.updateOne(
      { _id: part._id },
      [
        {
          $set: {
            state,
            retry_at,
            held: held ? true : '$$REMOVE',
            error: error ? { $literal: error } : '$$REMOVE',
            updated_at: '$$NOW',
            ...(chances !== undefined && { chances }),
            ...(sid && { sid }),
            ...(status && { status }),
          },
        },
      ],
      { session, updatePipeline: true },
    );
    if (state === 'dead' && OPTED_OUT_CODES.includes(error?.code)) {
      const who = { _id: part.conversation_id, opted_out_at: { $exists: false } };
      const now = { $currentDate: { opted_out_at: true as const } };
      await this.conversations.updateOne(who, now, { session });
    }
    const news = state === 'accepted' && (part.state === 'sending' || status === 'delivered');
    const receivedAt = news ? await receivedFor(this.mongo, part.turn_id, session) : undefined;
    return { ...(await this.settle(part, session)), retryInMs, receivedAt };
  }

  private async settle(part: OutboxRow, session: ClientSession): Promise<Settled> {
    const { mongo, turns, outbox } = this;
    const outcome = await settleTurn({ mongo, turns, outbox }, part.turn_id, session);
    const { state } = (await this.outbox.findById(part._id, null, { session }).lean())!;
    return { conversationId: part.conversation_id, state, outcome };
  }
}
