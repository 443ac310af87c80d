import type { LineId } from '../../config/lines/line.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { AccountHoldRow } from '../../storage/mongo/rows/account-hold.js';
import { wakeFree } from '../queue/mailbox-row.mongo.js';
import { MOST_COUNTED } from '../queue/queue.store.js';
import {
  ACCOUNT,
  HoldStore,
  PROBE_MS,
  WOKEN_AT_ONCE,
  type Hold,
  type Refusal,
  type Tended,
} from './hold.store.js';

const HELD = { held: true, state: 'pending' };

/** The holds in MongoDB. Their times are by the server's clock. */
export class MongoHoldStore extends HoldStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async all(): Promise<Hold[]> {
    return inOrder(await this.db.accountHold.find().lean());
  }

  async hold({ line, error, heardBy, tryInMs, again }: Refusal): Promise<Hold> {
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
      rowOf(line),
      [{ $set: { ...Object.fromEntries(set), since: { $ifNull: ['$since', '$$NOW'] } } }],
      { upsert: true, returnDocument: 'after', updatePipeline: true, lean: true },
    );
    return toHold(row as AccountHoldRow);
  }

  async postpone(line: LineId | undefined, tryInMs: number, sid?: string): Promise<void> {
    const changed = { try_at: { $add: ['$$NOW', tryInMs] }, sid: sid ?? '$$REMOVE' };
    const options = { updatePipeline: true };
    await this.db.accountHold.updateOne(rowOf(line), [{ $set: changed }], options);
  }

  async lift(line: LineId | undefined): Promise<void> {
    await this.db.accountHold.deleteOne(rowOf(line));
  }

  async tend(): Promise<Tended> {
    const rows = await this.db.accountHold.aggregate<AccountHoldRow & { now: Date }>([
      { $set: { now: '$$NOW' } },
    ]);
    const account = rows.filter(({ _id }) => _id === ACCOUNT);
    const due = (account.length ? account : rows).filter(({ try_at, now }) => try_at <= now);
    const lines = rows.map(({ _id }) => _id);
    let woken = 0;
    for (const row of due) woken += (await this.tendOne(row, lines)) ? 1 : 0;
    const holds = due.length ? await this.all() : inOrder(rows);
    return { holds, woken: woken + (await this.wakeSome(holds)) };
  }

  async tryNow(): Promise<boolean> {
    const now = [{ $set: { try_at: '$$NOW', sid: '$$REMOVE' } }];
    await this.db.accountHold.updateMany({}, now, { updatePipeline: true });
    const { outbox } = this.db;
    const awaits = { awaits_change: true };
    const some = await outbox.find(awaits, { conversation_id: 1 }).limit(WOKEN_AT_ONCE).lean();
    const ids = [...new Set(some.map(({ conversation_id }) => conversation_id))];
    if (!ids.length) return false;
    const theirs = { ...awaits, state: 'pending', conversation_id: { $in: ids } };
    const setOff = { $set: { set_off: 'configuration' }, $unset: { retry_at: 1 } } as const;
    await outbox.updateMany(theirs, setOff);
    const conversation_id = { $in: await wakeFree(this.db, ids) };
    const tried = { ...awaits, conversation_id };
    const { modifiedCount } = await outbox.updateMany(tried, { $unset: { awaits_change: 1 } });
    return modifiedCount > 0;
  }

  waiting(line?: LineId): Promise<number> {
    const theirs = line === undefined ? HELD : { ...HELD, held_line: line };
    return this.db.outbox.countDocuments(theirs, { limit: MOST_COUNTED });
  }

  /** Ends a hold whose probe was heard nothing against; else lets a mailbox try. Returns whether one does. */
  private async tendOne(row: AccountHoldRow, held: string[]): Promise<boolean> {
    const { _id, sid, try_at } = row;
    if (!sid) return this.letOneTry(row, held);
    await this.db.accountHold.deleteOne({ _id, sid, try_at });
    return false;
  }

  /**
   * Lets the next conversation try, if one waits. They take turns: the one before may have been unable
   * to. Of several nodes that find the time come, one writes its choice; the others then see that.
   */
  private async letOneTry({ _id, probe, try_at }: AccountHoldRow, held: string[]) {
    const found =
      _id === ACCOUNT
        ? ((await this.nextOf({ held_line: { $nin: held } }, probe)) ??
          (await this.nextOf({}, probe)))
        : await this.nextOf({ held_line: _id }, probe);
    if (found === undefined) return false;
    const { modifiedCount } = await this.db.accountHold.updateOne(
      { _id, try_at },
      [{ $set: { probe: found, try_at: { $add: ['$$NOW', PROBE_MS] } } }],
      { updatePipeline: true },
    );
    if (!modifiedCount) return false;
    await wakeFree(this.db, [found]);
    return true;
  }

  private async nextOf(which: object, probe = ''): Promise<string | undefined> {
    const after = async (id: string) => {
      const next = { ...HELD, ...which, conversation_id: { $gt: id } };
      const part = await this.db.outbox.findOne(next).sort({ conversation_id: 1 }).lean();
      return part?.conversation_id;
    };
    return (await after(probe)) ?? after('');
  }

  /**
   * Makes the next mailboxes due that waited for a hold which is over. Their marks go last: what a
   * process that dies in between has woken, another one wakes again. A mark that was set anew
   * meanwhile stays.
   */
  private async wakeSome(holds: Hold[]): Promise<number> {
    if (holds.some(({ line }) => line === undefined)) return 0;
    const over = { held: true, held_line: { $nin: holds.map(({ line }) => line!) } };
    const some = await this.db.outbox.find(over).limit(WOKEN_AT_ONCE).lean();
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

const rowOf = (line: LineId | undefined) => ({ _id: line ?? ACCOUNT });

function inOrder(rows: AccountHoldRow[]): Hold[] {
  return rows.map(toHold).toSorted((a, b) => ((a.line ?? '') < (b.line ?? '') ? -1 : 1));
}

function toHold(row: AccountHoldRow): Hold {
  const { _id, since, code, message, action, heard_by, try_at, refusals, probe, sid } = row;
  return {
    ...(_id !== ACCOUNT && { line: _id }),
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

export const open = (db: Collections): HoldStore => new MongoHoldStore(db);
