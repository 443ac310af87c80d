import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../chat/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../sessions/conversation.mongo.js';
import { MongoSessionRepository } from '../sessions/session.mongo.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { Batch } from '../storage/mongo/batch.js';
import type { Accepted, Inbound } from './inbound.js';
import { MongoIntake } from './intake.mongo.js';
import { MailboxStore, type Claim, type Release } from './mailbox.store.js';
import { OutboxSchema, TurnSchema, type OutboxRow, type TurnRow } from './turn-row.mongo.js';
import type { Tell } from './signals.js';
import { FENCE, forward, wake, wakeNow } from './wake.mongo.js';
import { watch } from './watch.mongo.js';

/** A message that isn't woken by now belongs to a process that died between the two writes. */
const SWEEP_AFTER_MS = 5000;
const SWEEP_AT_MOST = 1000;

/** Accepting takes two writes, each idempotent: the message, then its mailbox's due time. */
export class MongoMailboxStore extends MailboxStore {
  private readonly accepting = new Batch<Inbound, Accepted>((batch) =>
    this.intake.acceptAll(batch),
  );

  private constructor(
    private readonly mongo: Mongo,
    private readonly intake: MongoIntake,
    private readonly sessions: MongoSessionRepository,
    private readonly conversations: Model<ConversationRow>,
    private readonly messages: Model<MessageRow>,
    private readonly outbox: Model<OutboxRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoMailboxStore> {
    await mongo.model<TurnRow>('turns', TurnSchema);
    return new MongoMailboxStore(
      mongo,
      await MongoIntake.open(mongo),
      await MongoSessionRepository.open(mongo),
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('messages', MessageSchema),
      await mongo.model('outbox', OutboxSchema),
    );
  }

  accept(message: Inbound): Promise<Accepted> {
    return this.accepting.add(message);
  }

  async interrupt(_id: string): Promise<void> {
    const who = { _id, opted_out_at: { $exists: false } };
    await this.conversations.updateOne(who, [{ $set: FENCE }], { updatePipeline: true });
  }

  /** Three looks for any number: the server's clock decides which of the earliest are due. */
  async claim(limit: number, leaseMs: number): Promise<Claim[]> {
    const earliest = await this.conversations
      .find({ due_at: { $type: 'date' } }, { _id: 1 })
      .sort({ due_at: 1 })
      .limit(limit)
      .lean();
    if (!earliest.length) return [];
    const lease = randomUUID();
    const ids = earliest.map(({ _id }) => _id);
    const { modifiedCount } = await this.conversations.updateMany(
      { _id: { $in: ids }, $expr: { $lte: ['$due_at', '$$NOW'] } },
      [
        {
          $set: {
            lease,
            token: { $add: ['$token', 1] },
            crashes: { $add: ['$crashes', 1] },
            lease_until: { $add: ['$$NOW', leaseMs] },
            due_at: { $add: ['$$NOW', leaseMs] },
          },
        },
      ],
      { updatePipeline: true },
    );
    if (!modifiedCount) return [];
    const rows = await this.conversations.find({ _id: { $in: ids }, lease }).lean();
    return rows.map(({ _id, token, crashes }) => ({
      conversationId: _id,
      token,
      crashes: crashes - 1,
    }));
  }

  async renew(claim: Claim, leaseMs: number): Promise<boolean> {
    const until = { $add: ['$$NOW', leaseMs] };
    const { matchedCount } = await this.conversations.updateOne(
      { _id: claim.conversationId, token: claim.token, lease_until: { $exists: true } },
      [{ $set: { lease_until: until, due_at: until } }],
      { updatePipeline: true },
    );
    return matchedCount === 1;
  }

  async release(claim: Claim, { wakes, dueInMs, crashes }: Release): Promise<void> {
    const due = dueInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', dueInMs] };
    await this.conversations.updateOne(
      { _id: claim.conversationId, token: claim.token },
      [
        {
          $set: {
            lease: '$$REMOVE',
            lease_until: '$$REMOVE',
            crashes,
            due_at: { $cond: [{ $ne: ['$wakes', wakes ?? '$wakes'] }, '$$NOW', due] },
          },
        },
      ],
      { updatePipeline: true },
    );
  }

  async forward(claim: Claim): Promise<void> {
    const into = await this.sessions.resolve(claim.conversationId);
    const before = await this.conversations.findById(claim.conversationId).lean();
    if (!into || !before) return;
    await forward(this.mongo, claim.conversationId, into);
    await this.release(claim, { wakes: before.wakes, crashes: 0 });
  }

  async sweep(): Promise<number> {
    const before = new Date(Date.now() - SWEEP_AFTER_MS);
    const old = await this.messages
      .find({ waiting: true, created_at: { $lt: before } }, { conversation_id: 1, _id: 0 })
      .sort({ created_at: 1 })
      .limit(SWEEP_AT_MOST)
      .lean();
    const stored = [...new Set(old.map(({ conversation_id }) => conversation_id))];
    const asleep = await this.conversations
      .find({ _id: { $in: stored }, due_at: { $exists: false } }, { _id: 1 })
      .lean();
    if (asleep.length)
      await wake(
        this.conversations,
        asleep.map(({ _id }) => _id),
      );
    return asleep.length;
  }

  watch(tell: Tell, arrivals: boolean): () => void {
    return watch(this.mongo, tell, arrivals);
  }

  async wakeHeld(): Promise<void> {
    const held = await this.outbox.distinct('conversation_id', { held: true });
    await this.outbox.updateMany(
      { held: true },
      { $unset: { held: true }, $currentDate: { retry_at: true } },
    );
    await wakeNow(this.conversations, held);
  }
}
