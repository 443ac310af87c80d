import type { ClientSession } from 'mongoose';
import { Batch } from '../../storage/mongo/batch.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import { type DayTokens, UsageRepository } from './usage.repository.js';

/** Tokens that an answer of a conversation used on a day. */
interface Use {
  day: string;
  conversationId: string;
  tokens: number;
}

/** Counts of tokens in MongoDB: of a conversation in its row, of all by the day. */
export class MongoUsageRepository extends UsageRepository {
  private readonly adding = new Batch<Use, DayTokens>((uses) => this.addAll(uses));

  constructor(private readonly db: Collections) {
    super();
  }

  async usedOn(day: string, conversationId: string): Promise<DayTokens> {
    const [rows, all] = await Promise.all([
      this.rows([conversationId]),
      this.db.dailyTokens.findById(day).lean(),
    ]);
    return { sender: tokensOn(day, rows.get(conversationId)), all: all?.tokens ?? 0 };
  }

  add(day: string, conversationId: string, tokens: number): Promise<DayTokens> {
    return this.adding.add({ day, conversationId, tokens });
  }

  /** Adds what several answers used, each of which learns the sums as they are with its own. */
  private async addAll(uses: Use[]): Promise<DayTokens[]> {
    const rows = await this.rows(uses.map(({ conversationId }) => conversationId));
    const theirs = uses.flatMap(({ day, conversationId, tokens }) => {
      const row = rows.get(conversationId);
      return row ? [{ updateOne: addition(row._id, day, tokens) }] : [];
    });
    if (theirs.length) await this.db.conversations.collection.bulkWrite(theirs as never[]);
    const sums = new Map<string, number>();
    for (const { day, tokens } of uses) raise(sums, day, tokens);
    for (const [day, tokens] of sums) sums.set(day, (await this.addToDay(day, tokens)) - tokens);
    return uses.map(({ day, conversationId, tokens }) => {
      const row = rows.get(conversationId);
      const own = `${day} ${row?._id}`;
      if (!sums.has(own)) sums.set(own, tokensOn(day, row));
      return { sender: row ? raise(sums, own, tokens) : 0, all: raise(sums, day, tokens) };
    });
  }

  private async addToDay(day: string, tokens: number): Promise<number> {
    const all = await this.db.dailyTokens
      .findByIdAndUpdate(day, { $inc: { tokens } }, { upsert: true, returnDocument: 'after' })
      .lean();
    // The day has just begun: those before it are over.
    if (all.tokens === tokens) await this.db.dailyTokens.deleteMany({ _id: { $lt: day } });
    return all.tokens;
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

function raise(sums: Map<string, number>, key: string, by: number): number {
  const sum = (sums.get(key) ?? 0) + by;
  sums.set(key, sum);
  return sum;
}

function tokensOn(day: string, row: Counted | undefined): number {
  return row?.used?.on === day ? row.used.tokens : 0;
}

/** Adds to a conversation's count, which begins anew with each day. */
function addition(_id: string, on: string, tokens: number) {
  const before = { $cond: [{ $eq: ['$used.on', on] }, '$used.tokens', 0] };
  return {
    filter: { _id, $or: [{ used: { $exists: false } }, { 'used.on': { $lte: on } }] },
    update: [{ $set: { used: { on, tokens: { $add: [before, tokens] } } } }],
  };
}

/** Moves a merged conversation's count into the other one's. */
export async function moveTokens(
  db: Collections,
  from: string,
  into: string,
  session: ClientSession,
): Promise<void> {
  const row = await db.conversations.findById(from, { used: 1 }, { session }).lean();
  if (!row?.used) return;
  const { filter, update } = addition(into, row.used.on, row.used.tokens);
  await db.conversations.updateOne(filter, update, { updatePipeline: true, session });
  await db.conversations.updateOne({ _id: from }, { $unset: { used: 1 } }, { session });
}
