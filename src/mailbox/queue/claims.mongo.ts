import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { ConversationRow } from '../../sessions/conversation.mongo.js';
import { FENCE } from '../../sessions/fence.mongo.js';
import type { HeldRows } from '../../storage/mongo/held-rows.js';
import type { Claim, Release } from './mailbox.store.js';

/** Milliseconds: well before the next renewal. */
const RENEWAL_MS = 2000;

interface Ours {
  _id: { $in: string[] };
  lease: string;
}

/** Who works on which mailbox, in MongoDB. One whose row is held keeps back no other. */
export class MongoClaims {
  /** What a claim may have taken whose answer was lost on the way. */
  private unknown?: Ours;

  constructor(
    private readonly conversations: Model<ConversationRow>,
    private readonly held: HeldRows,
  ) {}

  async interrupt(_id: string): Promise<void> {
    await this.changeOne({ _id, opted_out_at: { $exists: false } }, FENCE);
  }

  /** Three looks for any number: the server's clock decides which of the earliest are due. */
  async claim(limit: number, leaseMs: number): Promise<Claim[]> {
    if (this.unknown) await this.giveBack(this.unknown);
    const ids = await this.earliest(limit);
    if (!ids.length) return [];
    const ours = { _id: { $in: ids }, lease: randomUUID() };
    try {
      await this.take(ids, ours.lease, leaseMs);
      return await this.taken(ours);
    } catch (error) {
      this.unknown = ours;
      throw error;
    }
  }

  private async taken(ours: Ours): Promise<Claim[]> {
    const rows = await this.conversations.find(ours).lean();
    return rows.map(({ _id, token, crashes }) => ({
      conversationId: _id,
      token,
      crashes: crashes - 1,
    }));
  }

  /** Else they would sleep until their leases end, and then look like crashes. */
  private async giveBack(ours: Ours): Promise<void> {
    await this.changeAll(ours._id.$in, { lease: ours.lease }, FENCE);
    this.unknown = undefined;
  }

  private async earliest(limit: number): Promise<string[]> {
    const held = this.held.resting;
    const free = held.length ? { _id: { $nin: held } } : {};
    const rows = await this.conversations
      .find({ due_at: { $type: 'date' }, ...free }, { _id: 1 })
      .sort({ due_at: 1 })
      .limit(limit)
      .lean();
    return rows.map(({ _id }) => _id);
  }

  private async take(mailboxes: string[], lease: string, leaseMs: number): Promise<void> {
    const until = { $add: ['$$NOW', leaseMs] };
    const set = {
      lease,
      token: { $add: ['$token', 1] },
      crashes: { $add: ['$crashes', 1] },
      lease_until: until,
      due_at: until,
    };
    await this.changeAll(mailboxes, { $expr: { $lte: ['$due_at', '$$NOW'] } }, set);
  }

  /** False when the claim was lost. */
  async renew({ conversationId, token }: Claim, leaseMs: number): Promise<boolean> {
    const until = { $add: ['$$NOW', leaseMs] };
    const { matchedCount } = await this.conversations.updateOne(
      { _id: conversationId, token, lease_until: { $exists: true } },
      [{ $set: { lease_until: until, due_at: until } }],
      { updatePipeline: true, maxTimeMS: RENEWAL_MS },
    );
    return matchedCount === 1;
  }

  /** Throws a `BusyRowsError` while the row is held. */
  async release({ conversationId, token }: Claim, release: Release): Promise<void> {
    const { wakes, dueInMs, crashes } = release;
    const due = dueInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', dueInMs] };
    const set = {
      lease: '$$REMOVE',
      lease_until: '$$REMOVE',
      crashes,
      due_at: { $cond: [{ $ne: ['$wakes', wakes ?? '$wakes'] }, '$$NOW', due] },
    };
    await this.changeOne({ _id: conversationId, token }, set);
  }

  /** The driver repeats it when its answer was lost. */
  private changeOne(
    which: { _id: string; [field: string]: unknown },
    set: object,
  ): Promise<number> {
    return this.held.write(which._id, async (_, maxTimeMS) => {
      const options = { updatePipeline: true, maxTimeMS };
      return (await this.conversations.updateOne(which, [{ $set: set }], options)).matchedCount;
    });
  }

  private changeAll(mailboxes: string[], which: object, set: object): Promise<number> {
    return this.held.writeAll(mailboxes, async (ids, maxTimeMS) => {
      const some = { _id: { $in: ids }, ...which };
      const options = { updatePipeline: true, maxTimeMS };
      return (await this.conversations.updateMany(some, [{ $set: set }], options)).matchedCount;
    });
  }
}
