import type { ClientSession } from 'mongoose';
import { ErasedMessages } from '../mailbox/intake/erased.mongo.js';
import { rememberAttempts } from '../mailbox/outbox/callbacks/former-attempts.mongo.js';
import type { Evidence } from '../mailbox/turns/evidence.js';
import { takePlace } from '../failures/place.mongo.js';
import { unsendable } from '../mailbox/turns/recipient/recipient.js';
import { standingIn } from '../mailbox/turns/recipient/recipient.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import type { OutboxRow } from '../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../storage/mongo/rows/turn.js';
import type { TestSendRow } from '../storage/mongo/rows/twilio.js';
import type { OpenAttempt } from './sends/matching.js';
import { type DueLooks, type OwnNumber, ReconciliationStore } from './reconciliation.store.js';

/** The setting that holds the lease. */
const LEASE = 'reconciliation_lease';
const LOOKED_FOR = { $type: 'date' as const };
const OPEN = { state: { $in: ['sending', 'uncertain'] } };

/** Reconciliation in MongoDB. */
export class MongoReconciliationStore extends ReconciliationStore {
  private readonly erased: ErasedMessages;

  constructor(private readonly db: Collections) {
    super();
    this.erased = new ErasedMessages(db);
  }

  async lead(holder: string, forMs: number): Promise<boolean> {
    const free = { $or: [{ $eq: ['$value', holder] }, { $lte: ['$until', '$$NOW'] }] };
    const kept = (mine: unknown, theirs: string) => ({ $cond: [free, mine, theirs] });
    const taken = {
      name: LEASE,
      value: kept({ $literal: holder }, '$value'),
      until: kept({ $add: ['$$NOW', forMs] }, '$until'),
    };
    const options = { upsert: true, returnDocument: 'after' } as const;
    const row = await this.leases.findOneAndUpdate({ _id: LEASE }, [{ $set: taken }], options);
    return row?.value === holder;
  }

  async resign(value: string): Promise<void> {
    await this.leases.deleteOne({ _id: LEASE, value });
  }

  async due(limit: number): Promise<DueLooks> {
    const now = await this.serverTime();
    const rows = await this.db.outbox
      .find({ ...OPEN, look_at: { ...LOOKED_FOR, $lte: now } })
      .sort({ look_at: 1 })
      .limit(limit)
      .lean();
    const looks = rows.map((row) => ({
      partId: row._id,
      attempt: attemptOf(row),
      uncertain: row.state === 'uncertain',
      evidence: row.evidence as Evidence | undefined,
    }));
    return { now: now.getTime(), looks };
  }

  async openTo(sent_to: string): Promise<OpenAttempt[]> {
    const { outbox, testSends } = this.db;
    const parts = await outbox.find({ ...OPEN, sent_to, look_at: LOOKED_FOR }).lean();
    const tests = await testSends.find({ sent_to, sid: { $exists: false } }).lean();
    return [...parts.map(attemptOf), ...tests.map(testOf)];
  }

  async known(_address: string, sids: string[]): Promise<string[]> {
    const among = { $in: sids };
    const [parts, former, tests] = await Promise.all([
      this.db.outbox.distinct('sid', { sid: among }),
      this.db.outbox.distinct('former_sids', { former_sids: among }),
      this.db.testSends.distinct('sid', { sid: among }),
    ]);
    const known = new Set<unknown>([...parts, ...former, ...tests]);
    return sids.filter((sid) => known.has(sid));
  }

  async keepLook(_id: string, evidence: Evidence, againInMs: number | null): Promise<void> {
    const look_at = againInMs === null ? '$$REMOVE' : { $add: ['$$NOW', againInMs] };
    await this.db.outbox.updateOne(
      { _id, attempt: evidence.attempt, ...OPEN },
      [{ $set: { evidence: { $literal: evidence }, look_at } }],
      { updatePipeline: true },
    );
  }

  resend(_id: string, evidence: Evidence): Promise<boolean> {
    return this.db.transaction(async (session) => {
      const { outbox, turns } = this.db;
      const which = { _id, attempt: evidence.attempt, state: 'uncertain' };
      const part = await outbox.findOne(which, null, { session }).lean();
      const turn = part && (await turns.findById(part.turn_id, null, { session }).lean());
      const into = turn && (await this.whereItMayGoOn(turn, session));
      if (!into) return false;
      await this.reopen(part, evidence, session);
      await takePlace(this.db, turn, into, session);
      return true;
    });
  }

  /** Makes a part pending again, with what was stopped behind it, and its turn unsettled. */
  private async reopen(part: OutboxRow, evidence: Evidence, session: ClientSession): Promise<void> {
    const { _id, turn_id } = part;
    const again = {
      $set: { state: 'pending', evidence, set_off: 'reconciliation' },
      $unset: { retry_at: 1, look_at: 1, error: 1 },
      $currentDate: { updated_at: true },
    } as const;
    await rememberAttempts(this.db, { _id }, session);
    await this.db.outbox.updateOne({ _id }, again, { session });
    const stopped = { turn_id, state: 'stopped' };
    await this.db.outbox.updateMany(stopped, { $set: { state: 'pending' } }, { session });
    await this.db.turns.updateOne(
      { _id: turn_id },
      { $set: { outcome: null }, $unset: { settled_at: 1, failed: 1 }, $inc: { revision: 1 } },
      { session },
    );
  }

  /**
   * The conversation in which a turn may go on: nobody has taken it over or stopped the turn. A merged
   * one's contents may still have to be moved into it.
   */
  private async whereItMayGoOn(turn: TurnRow, session: ClientSession): Promise<string | undefined> {
    const find = (id: string) => this.db.conversations.findById(id, null, { session }).lean();
    const own = await find(turn.conversation_id);
    const now = own?.merged_into ? await find(own.merged_into) : own;
    if (!now || turn.cancelled || unsendable(standingIn(now))) return undefined;
    return now.taken_at && turn.mode !== 'person' ? undefined : now._id;
  }

  async numbers(account: string): Promise<OwnNumber[]> {
    const rows = await this.db.twilioNumbers.find({ account }).sort({ number: 1 }).lean();
    return rows.map(({ number, first_webhook_at, looked_until }) => ({
      number,
      firstWebhookAt: first_webhook_at.getTime(),
      lookedUntil: looked_until?.getTime(),
    }));
  }

  async missing(sids: string[]): Promise<string[]> {
    const stored = await this.db.messages.find({ _id: { $in: sids } }, { _id: 1 }).lean();
    const here = new Set(stored.map(({ _id }) => _id));
    const erased = await this.erased.among(sids);
    return sids.filter((sid) => !here.has(sid) && !erased.has(sid));
  }

  async keepLookedUntil(account: string, number: string, until: number): Promise<void> {
    const which = { _id: `${account} ${number}` };
    await this.db.twilioNumbers.updateOne(which, { $max: { looked_until: new Date(until) } });
  }

  /** The attempts' times are by the server's clock, too. */
  private async serverTime(): Promise<Date> {
    const { localTime } = await this.db.mongo.connection.db!.command({ hello: 1 });
    return localTime as Date;
  }

  private get leases() {
    return this.db.mongo.settings<string>();
  }
}

export const open = (db: Collections): ReconciliationStore => new MongoReconciliationStore(db);

function attemptOf(row: OutboxRow): OpenAttempt {
  return {
    id: row.attempt!,
    kind: 'part',
    ...(row.content && { worded: true as const }),
    to: row.sent_to!,
    from: row.sent_from!,
    account: row.sent_by!,
    text: row.body,
    begunAt: row.attempted_at!.getTime(),
  };
}

function testOf(row: TestSendRow): OpenAttempt {
  const { _id, sent_to, sent_from, sent_by, body, begun_at } = row;
  const begunAt = begun_at.getTime();
  return {
    id: _id,
    kind: 'test',
    to: sent_to,
    from: sent_from,
    account: sent_by,
    text: body,
    begunAt,
  };
}
