import type { Model } from 'mongoose';
import { MessageSchema, type MessageRow } from '../../chat/messages/message.mongo.js';
import { ConversationSchema, type ConversationRow } from '../../sessions/conversation.mongo.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';
import { Batch } from '../../storage/mongo/batch.js';
import { HeldRows } from '../../storage/mongo/held-rows.js';
import { MongoClaims } from './claims.mongo.js';
import { forward } from '../intake/merge.mongo.js';
import type { Accepted, Inbound } from '../intake/inbound.js';
import { MongoIntake } from '../intake/intake.mongo.js';
import { MailboxStore, type Claim, type Release } from './mailbox.store.js';
import { OutboxSchema, TurnSchema, type OutboxRow, type TurnRow } from '../turns/turn-row.mongo.js';
import type { Tell } from './signals.js';
import { wake, wakeNow } from './wake.mongo.js';
import { watch } from './watch.mongo.js';

/** A message that isn't woken by now belongs to a process that died between the two writes. */
const SWEEP_AFTER_MS = 5000;
const SWEEP_AT_MOST = 1000;
/** Far longer than any batch takes. */
const FORGET_AFTER_MS = 60_000;

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
    private readonly held: HeldRows,
  ) {
    super();
    this.claims = new MongoClaims(conversations, held);
  }

  static async open(mongo: Mongo, held = new HeldRows()): Promise<MongoMailboxStore> {
    await mongo.model<TurnRow>('turns', TurnSchema);
    return new MongoMailboxStore(
      mongo,
      await MongoIntake.open(mongo, held),
      await MongoSessionRepository.open(mongo),
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('messages', MessageSchema),
      await mongo.model('outbox', OutboxSchema),
      held,
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
    const rows = await this.conversations
      .find({ _id: { $in: stored } }, { _id: 1, due_at: 1 })
      .lean();
    if (rows.length < stored.length) await this.forget(stored, rows);
    const asleep = rows.flatMap(({ _id, due_at }) => (due_at ? [] : [_id]));
    if (asleep.length) await wake(this.conversations, asleep, this.held);
    return asleep.length;
  }

  /**
   * What a process brought into an erased conversation and died: it was acknowledged to nobody, and
   * its sender wanted nothing of it kept.
   */
  private async forget(stored: string[], rows: { _id: string }[]): Promise<void> {
    const there = new Set(rows.map(({ _id }) => _id));
    const gone = stored.filter((id) => !there.has(id));
    const before = new Date(Date.now() - FORGET_AFTER_MS);
    const old = { waiting: true, created_at: { $lt: before } } as const;
    await this.messages.deleteMany({ ...old, conversation_id: { $in: gone } });
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
