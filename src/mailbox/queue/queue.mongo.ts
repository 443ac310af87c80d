import { randomUUID } from 'node:crypto';
import type { PipelineStage } from 'mongoose';
import type { LineId } from '../../config/lines/line.js';
import { FENCE } from '../../sessions/fence.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Death } from '../../storage/mongo/processes/processes.js';
import { ALONE_AFTER, claimable, isSuspect } from './crashes.js';
import { AS_BEFORE, given, wakeLine } from './mailbox-row.mongo.js';
import { MOST_COUNTED, QueueStore } from './queue.store.js';
import type { Backlog, Claim, Release } from './queue.store.js';
import { Spread } from './spread.js';

/** The server gives a renewal up after so many milliseconds: the next one follows after 5 s. */
const RENEWAL_MS = 2000;

/** Selects the rows that one call of `claim` has taken: it wrote its own id into their `lease`. */
interface ClaimFilter {
  _id: { $in: string[] };
  lease: string;
}

interface Due {
  id: string;
  crashes: number;
}

/**
 * The queue of mailboxes in MongoDB. A row that another transaction holds delays no other mailbox
 * (see `HeldRows`).
 *
 * Due times and leases are by the primary's clock. After a change to a primary whose clock is behind,
 * what was due under the former one waits for the difference, and never longer: each time is written
 * anew by the primary of its day. The cluster's own time, which never goes back, would end a part of
 * that wait only, in whole seconds; members whose clocks are kept together don't need it.
 */
export class MongoQueueStore extends QueueStore {
  /** The rows that a claim may have taken although its answer was lost on the network. */
  private unconfirmed?: ClaimFilter;
  private readonly spread = new Spread();

  constructor(private readonly db: Collections) {
    super();
    db.mongo.processes.onDeath('leases', (death) => this.freeLeasesOf(death));
  }

  async interrupt(_id: string): Promise<void> {
    await this.changeOne({ _id, opted_out_at: { $exists: false } }, [{ $set: FENCE }]);
  }

  wakeLine(line: LineId): Promise<void> {
    return wakeLine(this.db, line);
  }

  /**
   * Claims with three commands, whatever `limit` is: it reads which are due by the server's clock,
   * takes those that it chooses, and reads which ones it got.
   */
  async claim(limit: number, leaseMs: number, idle = true): Promise<Claim[]> {
    if (this.unconfirmed) await this.giveBack(this.unconfirmed);
    const due = await this.earliest(this.spread.among(limit));
    const chosen = claimable(this.spread.choose(due, limit), idle);
    if (!chosen.length) return [];
    const filter = { _id: { $in: chosen.map(({ id }) => id) }, lease: this.leaseId() };
    try {
      await this.take(chosen, filter, leaseMs);
      const claims = await this.taken(filter);
      if (due.length >= limit) this.spread.learn(chosen.length, claims.length);
      return claims;
    } catch (error) {
      this.unconfirmed = filter;
      throw error;
    }
  }

  private async taken(filter: ClaimFilter): Promise<Claim[]> {
    const rows = await this.db.conversations.find(filter).lean();
    return rows.map(({ _id, token, crashes, claimed_at, failures = 0 }) => ({
      conversationId: _id,
      token,
      crashes: crashes - 1,
      at: claimed_at?.getTime(),
      failures,
    }));
  }

  /**
   * Gives back what an unconfirmed claim has taken. Otherwise nobody would work on these mailboxes
   * until their leases run out, and that would be counted as a crash. The next claim tries again what a
   * transaction holds.
   */
  private async giveBack(taken: ClaimFilter): Promise<void> {
    const { _id, lease } = taken;
    await this.changeAll(_id.$in, { lease }, { ...FENCE, due_at: AS_BEFORE });
    if (!(await this.db.conversations.exists(taken))) this.unconfirmed = undefined;
  }

  /** It names this process: who dies loses its leases as soon as that is known. */
  private leaseId(): string {
    return `${this.db.mongo.processes.id}/${randomUUID()}`;
  }

  /** Makes due what a dead process had leased. Each of these leases stays counted as a crash. */
  private async freeLeasesOf({ id, now }: Death): Promise<void> {
    const lease = { $gte: `${id}/`, $lt: `${id}0` };
    // A leased mailbox is due when its lease ends.
    const leased = { due_at: { $type: 'date' as const, $gte: now }, lease };
    const rows = await this.db.conversations.find(leased, { _id: 1 }).lean();
    const ids = rows.map(({ _id }) => _id);
    const freed = { ...FENCE, due_at: AS_BEFORE, crashes: '$crashes' };
    if (ids.length) await this.changeAll(ids, { lease }, freed);
  }

  /** Reads the earliest, and returns those that are due. */
  private async earliest(limit: number): Promise<Due[]> {
    const held = this.db.held.resting;
    const free = held.length ? { _id: { $nin: held } } : {};
    const due = { $lte: ['$due_at', '$$NOW'] };
    const rows = await this.db.conversations
      .find({ due_at: { $type: 'date' }, ...free }, { _id: 1, crashes: 1, due } as object)
      .sort({ due_at: 1 })
      .limit(limit)
      .lean<{ _id: string; crashes: number; due: boolean }[]>();
    return rows.flatMap(({ _id, crashes, due }) => (due ? [{ id: _id, crashes }] : []));
  }

  /** Who has become a suspect since it was chosen is left for the next claim. */
  private async take(chosen: Due[], { _id, lease }: ClaimFilter, leaseMs: number): Promise<void> {
    const tame = chosen.some(isSuspect) ? {} : { crashes: { $lt: ALONE_AFTER } };
    const until = { $add: ['$$NOW', leaseMs] };
    const set = {
      lease,
      token: { $add: ['$token', 1] },
      crashes: { $add: ['$crashes', 1] },
      lease_until: until,
      due_at: until,
      claimed_at: '$$NOW',
      due_since: '$due_at',
    };
    const due = { $expr: { $lte: ['$due_at', '$$NOW'] }, ...tame };
    await this.changeAll(_id.$in, due, set);
  }

  async renew({ conversationId, token }: Claim, leaseMs: number): Promise<boolean> {
    const until = { $add: ['$$NOW', leaseMs] };
    const { matchedCount } = await this.db.conversations.updateOne(
      { _id: conversationId, token, lease_until: { $exists: true } },
      [{ $set: { lease_until: until, due_at: until } }],
      { updatePipeline: true, maxTimeMS: RENEWAL_MS },
    );
    return matchedCount === 1;
  }

  /** Throws a `BusyRowsError` while the row is held. */
  async release({ conversationId, token }: Claim, release: Release): Promise<void> {
    await this.changeOne({ _id: conversationId, token }, given(release));
  }

  async backlog(): Promise<Backlog> {
    const now = Date.now();
    const due = { due_at: { $type: 'date' as const, $lte: new Date(now) } };
    const waiting = { waiting: true };
    const most = { limit: MOST_COUNTED };
    const [dueCount, firstDue, waitingCount, firstWaiting] = await Promise.all([
      this.db.conversations.countDocuments(due, most),
      this.db.conversations.findOne(due, { due_at: 1 }).sort({ due_at: 1 }).lean(),
      this.db.messages.countDocuments(waiting, most),
      this.db.messages.findOne(waiting, { created_at: 1 }).sort({ seq: 1 }).lean(),
    ]);
    const since = (date?: Date) => (date ? Math.max(0, now - date.getTime()) : 0);
    return {
      due: { count: dueCount, oldestMs: since(firstDue?.due_at) },
      waiting: { count: waitingCount, oldestMs: since(firstWaiting?.created_at) },
    };
  }

  /** Changes one row. The driver sends the command again when its answer was lost. */
  private changeOne(
    which: { _id: string; [field: string]: unknown },
    update: PipelineStage.Set[],
  ): Promise<number> {
    return this.db.held.write(which._id, async (_, maxTimeMS) => {
      const options = { updatePipeline: true, maxTimeMS };
      return (await this.db.conversations.updateOne(which, update, options)).matchedCount;
    });
  }

  private changeAll(mailboxes: string[], which: object, set: object): Promise<number> {
    return this.db.held.writeAll(mailboxes, async (ids, maxTimeMS) => {
      const some = { _id: { $in: ids }, ...which };
      const options = { updatePipeline: true, maxTimeMS };
      return (await this.db.conversations.updateMany(some, [{ $set: set }], options)).matchedCount;
    });
  }
}

export const open = (db: Collections): QueueStore => new MongoQueueStore(db);
