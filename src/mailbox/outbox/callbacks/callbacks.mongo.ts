import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSession } from 'mongoose';
import { Batch } from '../../../storage/mongo/batch.js';
import type { Collections } from '../../../storage/mongo/collections.js';
import type { OutboxRow } from '../../../storage/mongo/rows/outbox.js';
import { isStorageFailure } from '../../../storage/storage.error.js';
import { hasWork, wakeIn } from '../../queue/mailbox-row.mongo.js';
import { backoff } from '../../holds/backoff.js';
import type { Part, SendError } from '../../turns/part.js';
import { lastInboundAt, receivedFor } from '../../turns/received/received.mongo.js';
import { toPart } from '../../turns/turn-row.mongo.js';
import { type Heard, MOST_HEARD, type Settled } from '../outbox.store.js';
import { apply } from '../part-change.mongo.js';
import { isMove, resolveCallback, type Resolution } from '../resolution.js';
import type { StatusUpdate } from '../status-update.js';
import { untilTooLate } from '../window.js';

/** The server gives a write up after so many milliseconds: a transaction has the row meanwhile. */
const WRITE_MS = 2000;

/**
 * Milliseconds. Twilio waits for 15 s, and repeats a callback only where it was asked to. So what
 * fails is tried again: after the first wait, which doubles, and until the second has passed. The
 * last try may take as long again.
 */
const [FIRST_WAIT_MS, TRY_AGAIN_FOR_MS] = [50, 5000];

/** A callback that changes more than its part, and the turn that it changes. */
interface Unsettled {
  update: StatusUpdate;
  turnId: string;
}

/**
 * Takes status callbacks into MongoDB. Most tell how far a message has come: that is one write to
 * its part, which no other makes fail. The rest changes the turn, too, in a transaction; those of one
 * turn wait for each other, because together they would have each other repeated.
 */
export class MongoCallbacks {
  private readonly settling = new Batch<Unsettled, Settled | null>((all) => this.settleAll(all));

  constructor(private readonly db: Collections) {}

  /** Implements `OutboxStore.callback`. What was kept before a failure is kept once all the same. */
  async take(update: StatusUpdate): Promise<Settled | null> {
    const ends = performance.now() + TRY_AGAIN_FOR_MS;
    for (let tries = 1; ; tries++) {
      try {
        return await this.takeOnce(update);
      } catch (error) {
        const wait = backoff(tries, { firstMs: FIRST_WAIT_MS });
        if (!isStorageFailure(error) || performance.now() + wait > ends) throw error;
        await delay(wait);
      }
    }
  }

  /** Implements `OutboxStore.concerns`. */
  async concerns(update: StatusUpdate): Promise<string | null> {
    const part = await this.partOf(update);
    return part && resolveCallback(toPart(part), update) ? part.conversation_id : null;
  }

  /** Implements `OutboxStore.heard`. */
  async heard(partId: string): Promise<Heard[]> {
    const row = await this.db.outbox.findById(partId, { heard: 1 }).lean();
    return heardIn(row ?? {});
  }

  private async takeOnce(update: StatusUpdate): Promise<Settled | null> {
    const before = await this.keep(update);
    if (!before) await this.keepOfFormer(update);
    const resolution = before && resolveCallback(toPart(before), update);
    if (!before || !resolution) return null;
    if (isMove(toPart(before), resolution)) return this.moved(before, resolution);
    return this.settling.add({ update, turnId: before.turn_id });
  }

  /**
   * Keeps a callback with its part, once, and with the same write moves the status of a message that
   * was accepted. Returns the part as it was before; null when there is none.
   */
  private async keep(update: StatusUpdate): Promise<OutboxRow | null> {
    const { sid, attempt } = update;
    const write = (which: Partial<OutboxRow>) =>
      this.db.outbox
        .findOneAndUpdate(which, [{ $set: noteOf(update) }], {
          updatePipeline: true,
          returnDocument: 'before',
          projection: { heard: 0 },
          maxTimeMS: WRITE_MS,
        })
        .lean<OutboxRow>();
    return (await write({ sid })) ?? (attempt ? write({ attempt }) : null);
  }

  /** Keeps what is said of a former attempt with its part, and learns its message's id. */
  private async keepOfFormer(update: StatusUpdate): Promise<void> {
    const { sid, attempt } = update;
    const which = [{ former_sids: sid }, ...(attempt ? [{ former_attempts: attempt }] : [])];
    const former_sids = { $setUnion: [{ $ifNull: ['$former_sids', []] }, [sid]] };
    const change = [{ $set: { heard: heardAfter(update), former_sids } }];
    const options = { updatePipeline: true, maxTimeMS: WRITE_MS };
    await this.db.outbox.updateOne({ $or: which }, change, options);
  }

  private async moved(part: OutboxRow, { state, delivered }: Resolution): Promise<Settled> {
    const known = part.received_at?.getTime();
    const receivedAt = delivered
      ? (known ?? (await receivedFor(this.db, part.turn_id)))
      : undefined;
    return { conversationId: part.conversation_id, state, receivedAt };
  }

  /** Returns results in the order of the batch. Those of one turn are taken one after the other. */
  private async settleAll(batch: Unsettled[]): Promise<(Settled | null | Error)[]> {
    const latest = new Map<string, Promise<unknown>>();
    const all = batch.map(({ update, turnId }) => {
      const settled = (latest.get(turnId) ?? Promise.resolve())
        .then(() => this.settle(update))
        .catch((error: Error) => error);
      latest.set(turnId, settled);
      return settled;
    });
    return Promise.all(all);
  }

  private settle(update: StatusUpdate): Promise<Settled | null> {
    return this.db.transaction(async (session) => {
      const part = await this.partOf(update, session);
      const resolution = part && resolveCallback(toPart(part), update);
      if (!part || !resolution) return null;
      const settled = await apply(this.db, part, resolution, session);
      return { ...settled, woken: await this.wakeAfter(settled, toPart(part), session) };
    });
  }

  /** Finds the part by the message's sid, or by the attempt in the callback's URL. */
  private async partOf({ attempt, sid }: StatusUpdate, session?: ClientSession) {
    const find = (which: Partial<OutboxRow>) =>
      this.db.outbox.findOne(which, { heard: 0 }, { session }).lean<OutboxRow>();
    return (await find({ sid })) ?? (attempt ? find({ attempt }) : null);
  }

  /**
   * Wakes the mailbox if there is something to do in it: now, or at the part's next attempt, and
   * when the window closes at the latest.
   */
  private async wakeAfter(settled: Settled, part: Part, session: ClientSession): Promise<boolean> {
    const { conversationId, state, retryInMs = 0 } = settled;
    if (!(await hasWork(this.db, conversationId, session))) return false;
    const latest = await lastInboundAt(this.db, conversationId, session);
    const times = { lastInboundAt: latest, now: Date.now() };
    const ms = state === 'pending' ? Math.min(retryInMs, untilTooLate(part, times)) : 0;
    await wakeIn(this.db, [conversationId], Math.max(ms, 0), session);
    return true;
  }
}

/** Reads what was heard of a part in its row. */
export function heardIn({ heard = [] }: Pick<OutboxRow, 'heard'>): Heard[] {
  return heard.map(({ at, error, ...rest }) => ({
    ...rest,
    at: at.getTime(),
    ...(error && { error: error as SendError }),
  }));
}

/** What was heard of a part, with this update, which is kept once. */
function heardAfter({ sid, status, failure, listed }: StatusUpdate) {
  const error = failure && 'error' in failure ? failure.error : undefined;
  const entry = {
    sid,
    status,
    at: '$$NOW',
    ...(error && { error: { $literal: error } }),
    ...(listed && { listed }),
  };
  const kept = { $ifNull: ['$heard', []] };
  const same = { $and: [{ $eq: ['$$this.sid', sid] }, { $eq: ['$$this.status', status] }] };
  const known = { $ne: [{ $filter: { input: kept, cond: same } }, []] };
  const longer = { $slice: [{ $concatArrays: [kept, [entry]] }, -MOST_HEARD] };
  return { $cond: [known, '$heard', longer] };
}

/** What the update's one write changes about the part. */
function noteOf(update: StatusUpdate) {
  const { sid, status, failure, progress } = update;
  const heard = heardAfter(update);
  if (failure) return { heard };
  const news = { $not: [{ $in: ['$status', [...progress.staleAfter]] }] };
  const moves = { $and: [{ $eq: ['$state', 'accepted'] }, news] };
  const where = (value: string, field: string) => ({ $cond: [moves, value, field] });
  return {
    heard,
    sid: where(sid, '$sid'),
    status: where(status, '$status'),
    updated_at: where('$$NOW', '$updated_at'),
  };
}
