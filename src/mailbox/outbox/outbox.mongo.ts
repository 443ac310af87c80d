import type { ClientSession } from 'mongoose';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { OPTED_OUT } from '../../sessions/conversation.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import { prolong, wakeNow } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { NO_CALLBACK, type Part, type PartState, type SendError } from '../turns/part.js';
import { receivedFor } from '../turns/received.mongo.js';
import { settleTurn } from '../turns/settlement.mongo.js';
import { toPart } from '../turns/turn-row.mongo.js';
import { begun, lookAt, type Sent } from './attempt.mongo.js';
import type { Sender, Verdict } from './channel.js';
import { NO_ADDRESS, OutboxStore, type Settled } from './outbox.store.js';
import { isOpen, resolve, resolveCallback, type Resolution } from './resolution.js';
import type { StatusUpdate } from './status-update.js';

/** The outbox in MongoDB. */
export class MongoOutboxStore extends OutboxStore {
  private readonly sessions: MongoSessionRepository;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
  }

  begin(
    claim: Claim,
    partId: string,
    attempt: string,
    leaseMs: number,
    sender?: Sender,
  ): Promise<string | null> {
    return this.db.transaction(async (session) => {
      if (!(await prolong(this.db, claim, leaseMs, session))) return null;
      const [address] = await this.sessions.addresses(claim.conversationId);
      if (!address) {
        const part = await this.db.outbox.findById(partId, null, { session }).lean();
        await this.apply(part!, { state: 'dead', error: { message: NO_ADDRESS } }, session);
        return null;
      }
      if (!(await this.isNext(partId, session))) return null;
      const sent = { attempt, to: address, sender };
      return (await this.startAttempt(partId, sent, session)) ? address : null;
    });
  }

  record(claim: Claim, attempt: string, verdict: Verdict): Promise<Settled | null> {
    return this.db.transaction(async (session) => {
      const part = await this.db.outbox.findOne({ attempt }, null, { session }).lean();
      if (!part) return null;
      const known = toPart(part);
      const settled = isOpen(known, verdict)
        ? await this.apply(part, resolve(verdict, known), session)
        : await this.settle(part, session);
      const holder = { _id: claim.conversationId, token: claim.token };
      const holds = await this.db.conversations.exists(holder).session(session);
      const ours = holds && part.conversation_id === claim.conversationId;
      if (!ours) await wakeNow(this.db, [part.conversation_id], session);
      return settled;
    });
  }

  async abandon(claim: Claim, partId: string, error: SendError): Promise<void> {
    await this.fenced(claim, partId, () => ({ state: 'dead', error }));
  }

  async markUncertain(claim: Claim, partId: string): Promise<void> {
    await this.fenced(claim, partId, (part) =>
      part.state === 'sending'
        ? { state: 'uncertain', error: part.error ?? { message: NO_CALLBACK } }
        : undefined,
    );
  }

  callback(update: StatusUpdate): Promise<Settled | null> {
    return this.db.transaction(async (session) => {
      await this.storeCallback(update, session);
      const part = await this.partOf(update, session);
      const resolution = part && resolveCallback(toPart(part), update);
      if (!part || !resolution) return null;
      const settled = await this.apply(part, resolution, session);
      await wakeNow(this.db, [part.conversation_id], session);
      return settled;
    });
  }

  async resumeHeld(): Promise<void> {
    const held = await this.db.outbox.distinct('conversation_id', { held: true });
    await this.db.outbox.updateMany(
      { held: true },
      { $unset: { held: true }, $currentDate: { retry_at: true } },
    );
    await wakeNow(this.db, held);
  }

  /** Returns false when the part isn't pending any more. */
  private async startAttempt(_id: string, sent: Sent, session: ClientSession) {
    const { matchedCount } = await this.db.outbox.updateOne(
      { _id, state: 'pending' },
      begun(sent),
      { session, updatePipeline: true },
    );
    return matchedCount === 1;
  }

  /** Tells whether the channel has accepted all parts before this one. */
  private async isNext(partId: string, session: ClientSession): Promise<boolean> {
    const part = await this.db.outbox.findById(partId, null, { session }).lean();
    const before = {
      turn_id: part!.turn_id,
      position: { $lt: part!.position },
      state: { $ne: 'accepted' as const },
    };
    return !(await this.db.outbox.exists(before).session(session));
  }

  /** Changes a part as `decide` says, if the claim still holds. */
  private async fenced(
    claim: Claim,
    partId: string,
    decide: (part: Part) => Resolution | undefined,
  ): Promise<void> {
    await this.db.transaction(async (session) => {
      if (!(await prolong(this.db, claim, 0, session))) return;
      const part = await this.db.outbox.findById(partId, null, { session }).lean();
      const resolution = decide(toPart(part!));
      if (resolution) await this.apply(part!, resolution, session);
    });
  }

  /** Stores a callback once: Twilio may send it again. */
  private async storeCallback(update: StatusUpdate, session: ClientSession): Promise<void> {
    const { sid, status, attempt, failure } = update;
    const error = failure && 'error' in failure ? failure.error : undefined;
    await this.db.callbacks.updateOne(
      { _id: `${sid} ${status}` },
      { $setOnInsert: { sid, status, attempt, error, received_at: new Date() } },
      { upsert: true, session },
    );
  }

  /** Finds the part by the attempt in the callback's URL, or by the message's sid. */
  private async partOf({ attempt, sid }: StatusUpdate, session: ClientSession) {
    const byAttempt = attempt
      ? await this.db.outbox.findOne({ attempt }, null, { session }).lean()
      : null;
    return byAttempt ?? this.db.outbox.findOne({ sid }, null, { session }).lean();
  }

  private async apply(part: OutboxRow, resolution: Resolution, session: ClientSession) {
    const { state, retryInMs, delivered, optOut } = resolution;
    await this.change(part, resolution, session);
    if (optOut) await this.optOut(part.conversation_id, session);
    const measured = state === 'accepted' && (part.state === 'sending' || delivered);
    const receivedAt = measured ? await receivedFor(this.db, part.turn_id, session) : undefined;
    return { ...(await this.settle(part, session)), retryInMs, receivedAt };
  }

  private async change(part: OutboxRow, resolution: Resolution, session: ClientSession) {
    const { state, retryInMs, held, chances, sid, status, error } = resolution;
    const retry_at = retryInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', retryInMs] };
    await this.db.outbox.updateOne(
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
            look_at: lookAt(state),
          },
        },
      ],
      { session, updatePipeline: true },
    );
  }

  private async optOut(_id: string, session: ClientSession): Promise<void> {
    const optedIn = { _id, opted_out_at: { $exists: false } };
    await this.db.conversations.updateOne(optedIn, OPTED_OUT, { session });
  }

  private async settle(part: OutboxRow, session: ClientSession): Promise<Settled> {
    const outcome = await settleTurn(this.db, part.turn_id, session);
    const now = (await this.db.outbox.findById(part._id, null, { session }).lean())!;
    return { conversationId: part.conversation_id, state: now.state as PartState, outcome };
  }
}

export const open = (db: Collections): OutboxStore => new MongoOutboxStore(db);
