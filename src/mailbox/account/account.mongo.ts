import type { Collections } from '../../storage/mongo/collections.js';
import type { AccountHoldRow } from '../../storage/mongo/rows/account-hold.js';
import { wakeFree } from '../queue/mailbox-row.mongo.js';
import { MOST_COUNTED } from '../queue/queue.store.js';
import type { SendError } from '../turns/part.js';
import {
  AccountStore,
  PROBE_MS,
  WOKEN_AT_ONCE,
  type HeardBy,
  type Hold,
  type Tended,
} from './account.store.js';

/** The id of the only document. */
const ONE = { _id: 'account' };
const HELD = { held: true, state: 'pending' };

/** The hold of the account in MongoDB. Its times are by the server's clock. */
export class MongoAccountStore extends AccountStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(): Promise<Hold | undefined> {
    const row = await this.db.accountHold.findOne(ONE).lean();
    return row ? toHold(row) : undefined;
  }

  async hold(error: SendError, heardBy: HeardBy, tryInMs: number, again: boolean): Promise<Hold> {
    const { code, message, action } = error;
    const refused = {
      code: code ?? '$$REMOVE',
      message: { $literal: message },
      action: action ? { $literal: action } : '$$REMOVE',
      heard_by: heardBy,
      try_at: { $add: ['$$NOW', tryInMs] },
      refusals: { $add: [{ $ifNull: ['$refusals', 0] }, 1] },
      probe: '$$REMOVE',
      sid: '$$REMOVE',
    };
    // In a pipeline, each field is set by itself, from the document as it was before.
    const stays = { $and: [{ $gt: ['$since', null] }, { $not: ['$sid'] }, !again] };
    const set = Object.entries(refused).map(([name, value]) => [
      name,
      { $cond: [stays, { $ifNull: [`$${name}`, '$$REMOVE'] }, value] },
    ]);
    const row = await this.db.accountHold.findOneAndUpdate(
      ONE,
      [{ $set: { ...Object.fromEntries(set), since: { $ifNull: ['$since', '$$NOW'] } } }],
      { upsert: true, returnDocument: 'after', updatePipeline: true, lean: true },
    );
    return toHold(row as AccountHoldRow);
  }

  async postpone(tryInMs: number, sid?: string): Promise<void> {
    await this.change({ try_at: { $add: ['$$NOW', tryInMs] }, sid: sid ?? '$$REMOVE' });
  }

  async lift(): Promise<void> {
    await this.db.accountHold.deleteOne(ONE);
  }

  async tend(): Promise<Tended> {
    const [row] = await this.db.accountHold.aggregate<AccountHoldRow & { now: Date }>([
      { $match: ONE },
      { $set: { now: '$$NOW' } },
    ]);
    if (!row) return { woken: await this.wakeSome() };
    if (row.try_at > row.now) return { hold: toHold(row), woken: 0 };
    if (!row.sid) return this.letOneTry(row);
    const { sid, try_at } = row;
    await this.db.accountHold.deleteOne({ ...ONE, sid, try_at });
    return { woken: await this.wakeSome() };
  }

  async tryNow(): Promise<boolean> {
    await this.change({ try_at: '$$NOW', sid: '$$REMOVE' });
    const { outbox } = this.db;
    const awaits = { awaits_change: true };
    const some = await outbox.find(awaits, { conversation_id: 1 }).limit(WOKEN_AT_ONCE).lean();
    const ids = [...new Set(some.map(({ conversation_id }) => conversation_id))];
    if (!ids.length) return false;
    const theirs = { ...awaits, state: 'pending', conversation_id: { $in: ids } };
    const now = { $set: { set_off: 'configuration' }, $unset: { retry_at: 1 } } as const;
    await outbox.updateMany(theirs, now);
    const conversation_id = { $in: await wakeFree(this.db, ids) };
    const tried = { ...awaits, conversation_id };
    const { modifiedCount } = await outbox.updateMany(tried, { $unset: { awaits_change: 1 } });
    return modifiedCount > 0;
  }

  waiting(): Promise<number> {
    return this.db.outbox.countDocuments(HELD, { limit: MOST_COUNTED });
  }

  private async change(set: object): Promise<void> {
    await this.db.accountHold.updateOne(ONE, [{ $set: set }], { updatePipeline: true });
  }

  /**
   * Lets the next conversation try. They take turns: the one before may have been unable to. Of
   * several nodes that find the time come, one writes its choice; the others then see that.
   */
  private async letOneTry(row: AccountHoldRow): Promise<Tended> {
    const probe = (await this.heldAfter(row.probe ?? '')) ?? (await this.heldAfter(''));
    if (!probe) return { hold: toHold(row), woken: 0 };
    const changed = await this.db.accountHold.findOneAndUpdate(
      { ...ONE, try_at: row.try_at },
      [{ $set: { probe, try_at: { $add: ['$$NOW', PROBE_MS] } } }],
      { returnDocument: 'after', updatePipeline: true, lean: true },
    );
    if (!changed) return { hold: await this.find(), woken: 0 };
    await wakeFree(this.db, [probe]);
    return { hold: toHold(changed as AccountHoldRow), woken: 1 };
  }

  private async heldAfter(id: string): Promise<string | undefined> {
    const next = { ...HELD, conversation_id: { $gt: id } };
    const part = await this.db.outbox.findOne(next).sort({ conversation_id: 1 }).lean();
    return part?.conversation_id;
  }

  /**
   * Makes the next mailboxes due that waited for a hold which is over. Their marks go last: what a
   * process that dies in between has woken, another one wakes again. A mark that was set anew
   * meanwhile stays.
   */
  private async wakeSome(): Promise<number> {
    const some = await this.db.outbox.find({ held: true }).limit(WOKEN_AT_ONCE).lean();
    if (!some.length) return 0;
    const ids = new Set(some.map(({ conversation_id }) => conversation_id));
    const woken = new Set(await wakeFree(this.db, [...ids]));
    const marks = some.filter(({ conversation_id }) => woken.has(conversation_id));
    if (!marks.length) return 0;
    await this.db.outbox.bulkWrite(
      marks.map(({ _id, updated_at }) => ({
        updateOne: { filter: { _id, held: true, updated_at }, update: { $unset: { held: 1 } } },
      })),
      { ordered: false },
    );
    return marks.length;
  }
}

function toHold(row: AccountHoldRow): Hold {
  const { since, code, message, action, heard_by, try_at, refusals, probe, sid } = row;
  return {
    since: since.getTime(),
    ...(code !== undefined && { code }),
    message,
    ...(action && { action }),
    heardBy: heard_by,
    tryAt: try_at.getTime(),
    refusals,
    ...(probe && { probe }),
    ...(sid && { sid }),
  };
}

export const open = (db: Collections): AccountStore => new MongoAccountStore(db);
