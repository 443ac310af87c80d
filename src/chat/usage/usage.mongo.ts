import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import { type DayTokens, UsageRepository } from './usage.repository.js';

/** Counts of tokens in MongoDB: of a conversation in its row, of all by the day. */
export class MongoUsageRepository extends UsageRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async usedOn(day: string, conversationId: string): Promise<DayTokens> {
    const [row, all] = await Promise.all([
      this.row(conversationId),
      this.db.dailyTokens.findById(day).lean(),
    ]);
    return { sender: tokensOn(day, row), all: all?.tokens ?? 0 };
  }

  async add(day: string, conversationId: string, tokens: number): Promise<DayTokens> {
    const row = await this.row(conversationId);
    if (row) await addTokens(this.db, row._id, day, tokens);
    const all = await this.db.dailyTokens
      .findByIdAndUpdate(day, { $inc: { tokens } }, { upsert: true, returnDocument: 'after' })
      .lean();
    // The day has just begun: those before it are over.
    if (all.tokens === tokens) await this.db.dailyTokens.deleteMany({ _id: { $lt: day } });
    return { sender: tokensOn(day, await this.row(conversationId)), all: all.tokens };
  }

  /** The conversation, or the one that it was merged into. */
  private async row(conversationId: string) {
    const fields = { used: 1, merged_into: 1 };
    const row = await this.db.conversations.findById(conversationId, fields).lean();
    if (!row?.merged_into) return row;
    return this.db.conversations.findById(row.merged_into, fields).lean();
  }
}

export const open = (db: Collections): UsageRepository => new MongoUsageRepository(db);

type Used = { used?: { on: string; tokens: number } } | null;

function tokensOn(day: string, row: Used): number {
  return row?.used?.on === day ? row.used.tokens : 0;
}

/** Adds to a conversation's count, which begins anew with each day. */
async function addTokens(
  { conversations }: Collections,
  _id: string,
  on: string,
  tokens: number,
  session?: ClientSession,
): Promise<void> {
  const before = { $cond: [{ $eq: ['$used.on', on] }, '$used.tokens', 0] };
  await conversations.updateOne(
    { _id, $or: [{ used: { $exists: false } }, { 'used.on': { $lte: on } }] },
    [{ $set: { used: { on, tokens: { $add: [before, tokens] } } } }],
    { updatePipeline: true, session },
  );
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
  await addTokens(db, into, row.used.on, row.used.tokens, session);
  await db.conversations.updateOne({ _id: from }, { $unset: { used: 1 } }, { session });
}
