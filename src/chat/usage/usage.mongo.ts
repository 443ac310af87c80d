import type { ClientSession } from 'mongoose';
import { Batch } from '../../storage/mongo/batch.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import type { UsageSumsRow } from '../../storage/mongo/rows/usage-sums.js';
import { costOf, keptFrom, monthOf, NOTHING_USED, plus } from './usage.repository.js';
import { type SenderUse, UsageRepository, type Use, type Used } from './usage.repository.js';

/** What a conversation used on a day. */
interface Added {
  day: string;
  conversationId: string;
  use: Use;
}

/** Counts of what is used in MongoDB: of a conversation in its row, of all by the day and the month. */
export class MongoUsageRepository extends UsageRepository {
  private readonly adding = new Batch<Added, Used>((uses) => this.addAll(uses));

  constructor(private readonly db: Collections) {
    super();
  }

  async usedOn(day: string, conversationId?: string): Promise<Used> {
    const periods = [day, monthOf(day)];
    const [rows, sums] = await Promise.all([
      conversationId ? this.rows([conversationId]) : new Map<string, Counted>(),
      this.db.usageSums.find({ _id: { $in: periods } }).lean<UsageSumsRow[]>(),
    ]);
    const [ofDay, ofMonth] = periods.map((one) => useIn(sums.find(({ _id }) => _id === one)));
    return { sender: usedBy(rows.get(conversationId ?? ''), day), day: ofDay, month: ofMonth };
  }

  add(day: string, conversationId: string, use: Partial<Use>): Promise<Used> {
    return this.adding.add({ day, conversationId, use: plus(NOTHING_USED, use) });
  }

  /** Adds what several answers used, each of which learns the sums as they are with its own. */
  private async addAll(added: Added[]): Promise<Used[]> {
    const rows = await this.rows(added.map(({ conversationId }) => conversationId));
    const theirs = added.flatMap(({ day, conversationId, use }) => {
      const row = rows.get(conversationId);
      return row ? [{ updateOne: addition(row._id, day, asSender(use)) }] : [];
    });
    if (theirs.length) await this.db.conversations.collection.bulkWrite(theirs as never[]);
    const sums = await this.addToSums(added);
    const senders = new Map<string, SenderUse>();
    return added.map(({ day, conversationId, use }) => {
      const [ofDay, ofMonth] = [day, monthOf(day)].map((period) => raise(sums, period, use));
      const row = rows.get(conversationId);
      if (!row) return { sender: usedBy(undefined, day), day: ofDay, month: ofMonth };
      const before = senders.get(`${day} ${row._id}`) ?? usedBy(row, day);
      const own = asSender(use);
      const sender = { tokens: before.tokens + own.tokens, cost: before.cost + own.cost };
      senders.set(`${day} ${row._id}`, sender);
      return { sender, day: ofDay, month: ofMonth };
    });
  }

  /** Raises the sums of days and months, and returns those before. */
  private async addToSums(added: Added[]): Promise<Map<string, Use>> {
    const sums = new Map<string, Use>();
    for (const { day, use } of added)
      for (const period of [day, monthOf(day)]) raise(sums, period, use);
    for (const [period, use] of sums) sums.set(period, await this.addToPeriod(period, use));
    return sums;
  }

  private async addToPeriod(period: string, use: Use): Promise<Use> {
    const $inc = {
      tokens: use.tokens,
      messages: use.messages,
      model_cost: use.modelCost,
      message_cost: use.messageCost,
    };
    const before = await this.db.usageSums
      .findByIdAndUpdate(period, { $inc }, { upsert: true, returnDocument: 'before' })
      .lean<UsageSumsRow>();
    // It has just begun: those long before it are over.
    if (!before) await this.db.usageSums.deleteMany({ _id: { $lt: keptFrom(period) } });
    return useIn(before);
  }

  /** The conversations by these ids, or the ones that they were merged into. */
  private async rows(ids: string[]): Promise<Map<string, Counted>> {
    const fields = { used: 1, merged_into: 1 };
    const find = (some: string[]) =>
      this.db.conversations.find({ _id: { $in: some } }, fields).lean<Counted[]>();
    const found = await find(ids);
    const into = found.flatMap(({ merged_into }) => merged_into ?? []);
    const merged = new Map((into.length ? await find(into) : []).map((row) => [row._id, row]));
    const now = found.map(
      (row) => [row._id, row.merged_into ? merged.get(row.merged_into) : row] as const,
    );
    return new Map(now.filter((one): one is [string, Counted] => one[1] !== undefined));
  }
}

export const open = (db: Collections): UsageRepository => new MongoUsageRepository(db);

type Counted = Pick<ConversationRow, '_id' | 'used' | 'merged_into'>;

function raise(sums: Map<string, Use>, period: string, by: Use): Use {
  const sum = plus(sums.get(period) ?? NOTHING_USED, by);
  sums.set(period, sum);
  return sum;
}

function useIn(row: Partial<UsageSumsRow> | null | undefined): Use {
  const { tokens = 0, messages = 0, model_cost = 0, message_cost = 0 } = row ?? {};
  return { tokens, messages, modelCost: model_cost, messageCost: message_cost };
}

function asSender(use: Use): SenderUse {
  return { tokens: use.tokens, cost: costOf(use) };
}

function usedBy(row: Counted | undefined, day: string): SenderUse {
  const { on, tokens = 0, cost = 0 } = row?.used ?? {};
  return on === day ? { tokens, cost } : { tokens: 0, cost: 0 };
}

/** Adds to a conversation's count, which begins anew with each day. */
function addition(_id: string, on: string, use: SenderUse) {
  const before = (field: string) => ({
    $cond: [{ $eq: ['$used.on', on] }, { $ifNull: [`$used.${field}`, 0] }, 0],
  });
  const tokens = { $add: [before('tokens'), use.tokens] };
  const cost = { $add: [before('cost'), use.cost] };
  return {
    filter: { _id, $or: [{ used: { $exists: false } }, { 'used.on': { $lte: on } }] },
    update: [{ $set: { used: { on, tokens, cost } } }],
  };
}

/** Moves what a merged conversation used to the other one. */
export async function moveUse(
  db: Collections,
  from: string,
  into: string,
  session: ClientSession,
): Promise<void> {
  const row = await db.conversations.findById(from, { used: 1 }, { session }).lean();
  if (!row?.used) return;
  const { on, tokens, cost = 0 } = row.used;
  const { filter, update } = addition(into, on, { tokens, cost });
  await db.conversations.updateOne(filter, update, { updatePipeline: true, session });
  await db.conversations.updateOne({ _id: from }, { $unset: { used: 1 } }, { session });
}
