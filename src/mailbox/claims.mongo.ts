import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { ConversationRow } from '../sessions/conversation.mongo.js';
import { FENCE } from '../sessions/fence.mongo.js';
import { HeldRows, writeFree } from '../storage/mongo/held-rows.js';
import type { Claim, Release } from './mailbox.store.js';

/** Milliseconds: a row that another transaction holds is left to a later claim. */
const PATIENCE = { updatePipeline: true, maxTimeMS: 2000 } as const;

/** Who works on which mailbox, in MongoDB. One whose row is held keeps back no other. */
export class MongoClaims {
  private readonly held = new HeldRows();

  constructor(private readonly conversations: Model<ConversationRow>) {}

  async interrupt(_id: string): Promise<void> {
    const who = { _id, opted_out_at: { $exists: false } };
    await this.conversations.updateOne(who, [{ $set: FENCE }], PATIENCE);
  }

  /** Three looks for any number: the server's clock decides which of the earliest are due. */
  async claim(limit: number, leaseMs: number): Promise<Claim[]> {
    const ids = await this.earliest(limit);
    if (!ids.length) return [];
    const lease = randomUUID();
    const take = (some: string[]) => this.take(some, lease, leaseMs);
    const alone = (id: string) => this.held.write(id, () => take([id]));
    await writeFree(ids, take, alone);
    const rows = await this.conversations.find({ _id: { $in: ids }, lease }).lean();
    return rows.map(({ _id, token, crashes }) => ({
      conversationId: _id,
      token,
      crashes: crashes - 1,
    }));
  }

  private async earliest(limit: number): Promise<string[]> {
    const held = this.held.ids;
    const free = held.length ? { _id: { $nin: held } } : {};
    const rows = await this.conversations
      .find({ due_at: { $type: 'date' }, ...free }, { _id: 1 })
      .sort({ due_at: 1 })
      .limit(limit)
      .lean();
    return rows.map(({ _id }) => _id);
  }

  private async take(ids: string[], lease: string, leaseMs: number): Promise<number> {
    const until = { $add: ['$$NOW', leaseMs] };
    const set = {
      lease,
      token: { $add: ['$token', 1] },
      crashes: { $add: ['$crashes', 1] },
      lease_until: until,
      due_at: until,
    };
    const due = { _id: { $in: ids }, $expr: { $lte: ['$due_at', '$$NOW'] } };
    const { modifiedCount } = await this.conversations.updateMany(due, [{ $set: set }], PATIENCE);
    return modifiedCount;
  }

  /** False when the claim was lost. */
  async renew({ conversationId, token }: Claim, leaseMs: number): Promise<boolean> {
    const until = { $add: ['$$NOW', leaseMs] };
    const { matchedCount } = await this.conversations.updateOne(
      { _id: conversationId, token, lease_until: { $exists: true } },
      [{ $set: { lease_until: until, due_at: until } }],
      PATIENCE,
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
    await this.held.write(conversationId, () =>
      this.conversations.updateOne({ _id: conversationId, token }, [{ $set: set }], PATIENCE),
    );
  }
}
