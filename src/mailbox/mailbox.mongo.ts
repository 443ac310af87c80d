import type { Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../chat/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../sessions/conversation.mongo.js';
import { MongoSessionRepository } from '../sessions/session.mongo.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { Batch } from '../storage/mongo/batch.js';
import { MongoClaims } from './claims.mongo.js';
import { forward } from './forward.mongo.js';
import type { Accepted, Inbound } from './inbound.js';
import { MongoIntake } from './intake.mongo.js';
import { MailboxStore, type Claim, type Release } from './mailbox.store.js';
import { OutboxSchema, TurnSchema, type OutboxRow, type TurnRow } from './turn-row.mongo.js';
import type { Tell } from './signals.js';
import { wake, wakeNow } from './wake.mongo.js';
import { watch } from './watch.mongo.js';

/** A message that isn't woken by now belongs to a process that died between the two writes. */
const SWEEP_AFTER_MS = 5000;
const SWEEP_AT_MOST = 1000;

/** Accepting takes two writes, each idempotent: the message, then its mailbox's due time. */
export class MongoMailboxStore extends MailboxStore {
  private readonly accepting = new Batch<Inbound, Accepted>((batch) =>
    this.intake.acceptAll(batch),
  );
  private readonly claims: MongoClaims;

  private constructor(
    private readonly mongo: Mongo,
    private readonly intake: MongoIntake,
    private readonly sessions: MongoSessionRepository,
    private readonly conversations: Model<ConversationRow>,
    private readonly messages: Model<MessageRow>,
    private readonly outbox: Model<OutboxRow>,
  ) {
    super();
    this.claims = new MongoClaims(conversations);
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

  interrupt(conversationId: string): Promise<void> {
    return this.claims.interrupt(conversationId);
  }

  claim(limit: number, leaseMs: number): Promise<Claim[]> {
    return this.claims.claim(limit, leaseMs);
  }

  renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return this.claims.renew(claim, leaseMs);
  }

  release(claim: Claim, release: Release): Promise<void> {
    return this.claims.release(claim, release);
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
